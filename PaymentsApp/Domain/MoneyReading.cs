namespace PaymentsApp.Domain;

/// <summary>What a typed text says about an amount: the amount, nothing, or a doubt. Never a guess.</summary>
public abstract record MoneyReading
{
    private MoneyReading()
    {
    }

    /// <summary>One amount and nothing else can be meant.</summary>
    /// <param name="Value">The amount.</param>
    /// <param name="Echo">
    /// How the text was understood, in the reader's number format: "1,234.50", or for a calculation
    /// "120.00 + 35.50 = 155.50".
    /// </param>
    public sealed record Amount(Money Value, string Echo) : MoneyReading;

    /// <summary>Nothing was typed.</summary>
    public sealed record Empty : MoneyReading;

    /// <summary>The text is no amount, or could mean two.</summary>
    /// <param name="Reason">A sentence for the user.</param>
    /// <param name="Suggestion">The figure that was probably meant, written as it would be accepted.</param>
    public sealed record Refused(string Reason, string? Suggestion) : MoneyReading
    {
        /// <summary>Reason and question together, to be shown beside the box.</summary>
        public string Message => Suggestion is null ? Reason : $"{Reason} Did you mean {Suggestion}?";
    }
}
