namespace PaymentsApp.Banking.Matching;

/// <summary>What earlier rounds of a run have settled.</summary>
/// <param name="Open">What is still open of each item, in minor units.</param>
/// <param name="Memory">What sure lines show about accounts and names.</param>
/// <param name="Together">For a line: items of which it and others together pay all, with what that tells in nats.</param>
/// <param name="OnlyPlain">Only what is named letter by letter and makes the amount is looked at.</param>
internal sealed record RunState(OpenAmounts Open, RunMemory Memory, Dictionary<int, Dictionary<int, double>> Together, bool OnlyPlain);
