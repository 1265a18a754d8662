namespace PaymentsApp.BankDesk;

/// <summary>What the program makes of a line, with everything that explains it; kept with the line.</summary>
/// <param name="Text">What the payer wrote, as the engine read it: the spans count in it.</param>
/// <param name="Proposals">The best first, at most three.</param>
/// <param name="Words">The outcome, what was ruled out, and the rules, each a sentence.</param>
public sealed record BankDecision(string Text, IReadOnlyList<BankProposal> Proposals, IReadOnlyList<string> Words)
{
    public static BankDecision Nothing { get; } = new("", [], []);

    /// <summary>For a line that takes a payment back: the payments that it may be, the likeliest first.</summary>
    public IReadOnlyList<BankReturn> Returns { get; init; } = [];

    /// <summary>With another sentence in front.</summary>
    public BankDecision Saying(string words) => this with { Words = [words, .. Words] };
}
