namespace PaymentsApp.Banking;

/// <summary>A possible answer.</summary>
/// <param name="Value">What is given back.</param>
/// <param name="Example">What it would mean for this file.</param>
public sealed record BankQuestionOption(string Value, string Example);
