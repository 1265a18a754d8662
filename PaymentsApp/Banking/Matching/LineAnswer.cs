namespace PaymentsApp.Banking.Matching;

/// <summary>The readings of one line, the likeliest first.</summary>
/// <param name="Ranked">Some of them.</param>
/// <param name="Nothing">The chance that it is none of these.</param>
internal sealed record LineAnswer(Hypothesis[] Ranked, double Nothing)
{
    public static LineAnswer None { get; } = new([], 1);

    public Hypothesis? Best => Ranked.Length > 0 ? Ranked[0] : null;
}
