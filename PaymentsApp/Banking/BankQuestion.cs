namespace PaymentsApp.Banking;

/// <summary>What a file leaves open: two readings are possible and give different payments.</summary>
/// <param name="Key">What the answer is given under, see <see cref="BankFileChoices"/>: <c>dates</c>, <c>decimals</c>, <c>amount</c>.</param>
/// <param name="Text">The question in one sentence, with an example of the file.</param>
/// <param name="Options">The possible answers, each with what it would mean.</param>
public sealed record BankQuestion(string Key, string Text, IReadOnlyList<BankQuestionOption> Options);
