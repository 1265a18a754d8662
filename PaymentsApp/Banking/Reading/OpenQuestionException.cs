namespace PaymentsApp.Banking.Reading;

/// <summary>Ends the reading of a file that can be read in more than one way.</summary>
internal sealed class OpenQuestionException(IReadOnlyList<BankQuestion> questions) : Exception("The file can be read in more than one way.")
{
    public IReadOnlyList<BankQuestion> Questions { get; } = questions;
}
