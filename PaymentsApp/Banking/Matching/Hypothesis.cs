namespace PaymentsApp.Banking.Matching;

/// <summary>One way to read a line: it pays exactly these items.</summary>
internal sealed record Hypothesis(int Payer, int[] Items, FoundReference[] References, AmountFit Amount)
{
    /// <summary>What the text tells, in nats.</summary>
    public double ReferenceGain { get; init; }

    /// <summary>What the days tell, in nats.</summary>
    public double DateGain { get; init; }

    /// <summary>The logarithm of its chance before text, amount and days were looked at.</summary>
    public double Prior { get; init; }

    public PayerSigns Signs { get; init; }

    /// <summary>Name or account belong to somebody else.</summary>
    public bool IsAgainstPayer { get; init; }

    /// <summary>Its chance among all readings and "something else".</summary>
    public double Chance { get; init; }

    public double Score => Prior + ReferenceGain + DateGain + Amount.Gain;

    /// <summary>The same items.</summary>
    public bool IsSameAs(Hypothesis other) => Items.AsSpan().SequenceEqual(other.Items);
}
