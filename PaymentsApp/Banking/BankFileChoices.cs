namespace PaymentsApp.Banking;

/// <summary>What is known about an account's files beforehand: answers to a <see cref="BankQuestion"/>, kept per bank account.</summary>
public sealed record BankFileChoices
{
    public static BankFileChoices None { get; } = new();

    /// <summary>By the question's key.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>The account that a file without one belongs to.</summary>
    public string? Account { get; init; }

    /// <summary>The currency of a file that names none.</summary>
    public string? Currency { get; init; }

    public string? Answer(string key) => Answers.GetValueOrDefault(key);
}
