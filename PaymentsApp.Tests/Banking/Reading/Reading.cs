using System.Text;
using PaymentsApp.Banking;
using PaymentsApp.Banking.Reading;

namespace PaymentsApp.Tests.Banking.Reading;

/// <summary>Reads texts and files the short way.</summary>
internal static class Reading
{
    public static BankFileReading Of(byte[] bytes, BankFileChoices? choices = null) =>
        BankFileReader.Read(bytes, choices ?? BankFileChoices.None, CancellationToken.None);

    public static BankFileReading Of(string text, BankFileChoices? choices = null) => Of(Encoding.UTF8.GetBytes(text), choices);

    public static IReadOnlyList<BankStatement> Statements(string text, BankFileChoices? choices = null) =>
        Of(text, choices) switch
        {
            BankFileReading.Read read => read.File.Statements,
            BankFileReading.Refused refused => throw new Xunit.Sdk.XunitException($"Refused: {refused.Reason} at {refused.At}"),
            BankFileReading.Asks asks => throw new Xunit.Sdk.XunitException($"Asks: {asks.Questions[0].Text}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static BankStatement Statement(string text, BankFileChoices? choices = null) => Assert.Single(Statements(text, choices));

    public static string Refusal(string text) => Assert.IsType<BankFileReading.Refused>(Of(text)).Reason;

    public static BankFinding? Finding(this BankStatement statement, BankFindingKind kind) => statement.Findings.FirstOrDefault(finding => finding.Kind == kind);
}
