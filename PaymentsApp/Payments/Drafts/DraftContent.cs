using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Drafts;

/// <summary>Everything a person typed or chose in a New payment window. Amounts in minor units of <paramref name="Currency"/>.</summary>
/// <param name="PayerId">Null while none was chosen.</param>
/// <param name="AmountMinor">Null: the box was empty.</param>
/// <param name="IsAmountTyped">False: it follows the ticked invoices.</param>
/// <param name="IsFeeProposed">The bank fee came with a proposal.</param>
/// <param name="Proposed">Why rows are ticked.</param>
public sealed record DraftContent(
    int? PayerId, string Currency, long? AmountMinor, bool IsAmountTyped, long? BankFeeMinor, bool IsFeeProposed, DateOnly? ReceivedOn,
    int? PaymentTypeId, string Reference, DateOnly? CheckDatedOn, string Memo, ProposalState Proposed)
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The ticked invoices.</summary>
    public IReadOnlyList<DraftShare> Shares { get; init; } = [];

    /// <summary>The credit that was chosen.</summary>
    public IReadOnlyList<DraftCredit> Credits { get; init; } = [];

    /// <summary>What unapplied money is meant for; null: nobody said.</summary>
    public int? MeantForInvoiceId { get; init; }

    /// <summary>The text as <see cref="Encode"/> made it; null for what an older version of the program kept and this one cannot read.</summary>
    public static DraftContent? Decode(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<DraftContent>(text, Compact);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Encode() => JsonSerializer.Serialize(this, Compact);

    /// <summary>The command that registers it; null when payer, amount, date or payment type is missing. The service checks the rest.</summary>
    public RegisterPayment? ToCommand(Guid paymentId) =>
        PayerId is { } payerId && AmountMinor is { } amount && ReceivedOn is { } receivedOn && PaymentTypeId is { } paymentTypeId
            ? new RegisterPayment(
                paymentId, payerId, new Money(amount, Currency), new Money(BankFeeMinor ?? 0, Currency), receivedOn, paymentTypeId, Reference, CheckDatedOn, Memo,
                [.. Shares.Where(share => share.Minor > 0).Select(share => new InvoiceShare(share.InvoiceId, new Money(share.Minor, Currency)))])
            {
                Adjustments =
                [
                    .. from share in Shares
                       from row in share.Differences
                       where row is { Kind: not null, AmountMinor: > 0 }
                       select new InvoiceAdjustment(row.Id, share.InvoiceId, row.Kind!.Value, new Money(row.AmountMinor!.Value, Currency), row.ReasonCode, row.Note),
                ],
                ShortPays =
                [
                    .. from share in Shares
                       from row in share.Differences
                       where row is { Kind: null, AmountMinor: > 0, ReasonCode.Length: > 0 }
                       select new ShortPay(row.Id, share.InvoiceId, new Money(row.AmountMinor!.Value, Currency), row.ReasonCode, row.Note),
                ],
            }
            : null;

    /// <summary>The same without what must not be stored: a text that looks like a card number is left out.</summary>
    public DraftContent WithoutCardNumbers() => this with
    {
        Reference = Allowed(Reference),
        Memo = Allowed(Memo),
        Shares =
        [
            .. Shares.Select(share => share.Differences.Count == 0
                ? share
                : share with { Differences = [.. share.Differences.Select(difference => difference with { Note = Allowed(difference.Note) })] }),
        ],
    };

    private static string Allowed(string text) => CardNumbers.Contains(text) ? string.Empty : text;
}
