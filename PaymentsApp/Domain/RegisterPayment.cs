using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PaymentsApp.Domain;

/// <summary>The command behind Save in the New payment window.</summary>
/// <param name="PaymentId">Made by the window when it opens; the idempotency key.</param>
/// <param name="PayerId">The organization that paid.</param>
/// <param name="Amount">Money received.</param>
/// <param name="BankFee">What the bank kept of the customer's money, in the same currency; it adds to what can be applied.</param>
/// <param name="ReceivedOn">The business date of the money; aging counts from it.</param>
/// <param name="PaymentTypeId">An entry of the payment type list.</param>
/// <param name="Reference">Check number or bank reference.</param>
/// <param name="CheckDatedOn">The date written on the check.</param>
/// <param name="Memo">Free text for colleagues.</param>
/// <param name="Allocations">What to apply where; may be empty, the rest stays unapplied credit.</param>
public sealed record RegisterPayment(
    Guid PaymentId,
    int PayerId,
    Money Amount,
    Money BankFee,
    DateOnly ReceivedOn,
    int PaymentTypeId,
    string? Reference,
    DateOnly? CheckDatedOn,
    string? Memo,
    IReadOnlyList<InvoiceShare> Allocations)
{
    /// <summary>The longest reference, in characters.</summary>
    public const int ReferenceLength = 100;

    /// <summary>The longest memo, in characters.</summary>
    public const int MemoLength = 500;

    /// <summary>The largest amount of one payment, in minor units: what the money fields can show.</summary>
    public const long LargestAmountMinor = 99_999_999_999_999;

    /// <summary>The payment that this one corrects or presents again; null for most.</summary>
    public Guid? ReplacesPaymentId { get; init; }

    /// <summary>The invoice that the payer meant, for money that is not applied to it; null when nobody said.</summary>
    public int? MeantForInvoiceId { get; init; }

    /// <summary>Differences on invoices, made in the same transaction: what is settled without money received. Only people who may adjust.</summary>
    public IReadOnlyList<InvoiceAdjustment> Adjustments { get; init; } = [];

    /// <summary>Why invoices stay open in part: each opens a dispute. Only people who may adjust.</summary>
    public IReadOnlyList<ShortPay> ShortPays { get; init; } = [];

    /// <summary>Existing credit that settles invoices in the same transaction. Only people who may apply.</summary>
    public IReadOnlyList<CreditUse> Credits { get; init; } = [];

    /// <summary>
    /// The payments that the person has seen and says are other ones; null when nobody is there to be asked (records, imports), and nothing is asked.
    /// Not part of the figures.
    /// </summary>
    public IReadOnlyCollection<Guid>? Confirmed { get; init; }

    /// <summary>
    /// The payment comes from records, not from a person's hands: a date long ago is history, not a slip of the pen.
    /// </summary>
    public bool IsHistory { get; init; }

    /// <summary>The payer gets the receipt by mail; queued in the same transaction. Not part of the figures.</summary>
    public bool MailsReceipt { get; init; }

    /// <summary>What can be applied: received plus kept by the bank.</summary>
    public Money Applicable => Amount + BankFee;

    /// <summary>Sum of the allocations.</summary>
    public Money Applied => Allocations.Aggregate(Money.Zero(Amount.Currency), (sum, share) => sum + share.Amount);

    /// <summary>
    /// SHA-256, in hex, over all figures. Kept with the payment, so that the same id sent again
    /// is told apart from the same id with other figures, even after later corrections.
    /// </summary>
    public string Fingerprint()
    {
        var figures = new StringBuilder();
        void Add(string? text) => figures.Append(CultureInfo.InvariantCulture, $"{text?.Length ?? -1}:{text};");

        Add(PayerId.ToString(CultureInfo.InvariantCulture));
        Add(Amount.Currency);
        Add(Amount.Minor.ToString(CultureInfo.InvariantCulture));
        Add(BankFee.Minor.ToString(CultureInfo.InvariantCulture));
        Add(ReceivedOn.ToString("O", CultureInfo.InvariantCulture));
        Add(PaymentTypeId.ToString(CultureInfo.InvariantCulture));
        Add(Reference);
        Add(CheckDatedOn?.ToString("O", CultureInfo.InvariantCulture));
        Add(Memo);
        foreach (var share in Allocations.OrderBy(share => share.InvoiceId))
        {
            Add(share.InvoiceId.ToString(CultureInfo.InvariantCulture));
            Add(share.Amount.Minor.ToString(CultureInfo.InvariantCulture));
        }

        // What was added to the command later counts only where it is used: older fingerprints stay as they are.
        if (ReplacesPaymentId is { } replaces)
        {
            Add($"replaces {replaces}");
        }

        if (MeantForInvoiceId is { } meant)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"meant for {meant}"));
        }

        foreach (var adjustment in Adjustments.OrderBy(adjustment => adjustment.AdjustmentId))
        {
            Add($"adjustment {adjustment.AdjustmentId}");
            Add(adjustment.InvoiceId.ToString(CultureInfo.InvariantCulture));
            Add(adjustment.Kind.ToString());
            Add(adjustment.Amount.Minor.ToString(CultureInfo.InvariantCulture));
            Add(adjustment.ReasonCode);
            Add(adjustment.Note);
            Add(adjustment.CreditNoteId?.ToString());
        }

        foreach (var shortPay in ShortPays.OrderBy(shortPay => shortPay.DisputeId))
        {
            Add($"short pay {shortPay.DisputeId}");
            Add(shortPay.InvoiceId.ToString(CultureInfo.InvariantCulture));
            Add(shortPay.Amount.Minor.ToString(CultureInfo.InvariantCulture));
            Add(shortPay.ReasonCode);
            Add(shortPay.Note);
        }

        foreach (var use in Credits.OrderBy(use => use.FactId))
        {
            Add($"credit {use.FactId} of {use.CreditId}");
            Add(use.InvoiceId.ToString(CultureInfo.InvariantCulture));
            Add(use.Amount.Minor.ToString(CultureInfo.InvariantCulture));
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(figures.ToString())));
    }
}
