namespace PaymentsApp.Domain;

/// <summary>The list of reasons: those of any ledger, and those of a publisher.</summary>
public static class ReasonCodes
{
    private static readonly AdjustmentKind[] Claim = [AdjustmentKind.Deduction, AdjustmentKind.WriteOff, AdjustmentKind.CreditNote];

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<ReasonCode> All { get; } =
    [
        new("EarlyPayment", "Paid early", [AdjustmentKind.Discount], ExplainsShortPay: true),
        new("AgreedDiscount", "Agreed discount", [AdjustmentKind.Discount], ExplainsShortPay: false),
        new("AgencyCommission", "Agency commission", [AdjustmentKind.AgencyCommission], ExplainsShortPay: true),
        new("SmallDifference", "Small difference", [AdjustmentKind.WriteOff], ExplainsShortPay: false),
        new("BankCharges", "Bank charges on the way", [AdjustmentKind.WriteOff], ExplainsShortPay: true),
        new("Uncollectible", "Cannot be collected", [AdjustmentKind.WriteOff], ExplainsShortPay: false),
        new("Goodwill", "Goodwill", [AdjustmentKind.WriteOff, AdjustmentKind.Discount, AdjustmentKind.CreditNote], ExplainsShortPay: false),
        new("WrongSize", "Wrong size", Claim, ExplainsShortPay: true),
        new("MissedIssue", "Missed issue", Claim, ExplainsShortPay: true),
        new("Makegood", "Makegood owed", Claim, ExplainsShortPay: true),
        new("Price", "Price not as agreed", Claim, ExplainsShortPay: true),
        new("Position", "Position not as agreed", Claim, ExplainsShortPay: true),
        new("PrintQuality", "Print quality", Claim, ExplainsShortPay: true),
        new("Duplicate", "Invoiced twice", Claim, ExplainsShortPay: true),
        new("Other", "Other", [AdjustmentKind.Discount, AdjustmentKind.AgencyCommission, .. Claim], ExplainsShortPay: true),
    ];

    /// <summary>Those that explain adjustments of this kind, in order.</summary>
    public static IEnumerable<ReasonCode> Of(AdjustmentKind kind) => All.Where(reason => reason.Kinds.Contains(kind));

    /// <summary>Why a customer pays less than is open, in order.</summary>
    public static IEnumerable<ReasonCode> OfShortPay => All.Where(reason => reason.ExplainsShortPay);

    /// <summary>The name of a code; the code itself when it is not of this list, as that of a bank fee.</summary>
    public static string NameOf(string code) => All.FirstOrDefault(reason => reason.Code == code)?.Name ?? code;

    /// <summary>The code of a credit note's reason, which is the name of one, alone or before a colon and a remark; "Other" for any other text.</summary>
    public static string OfCreditNote(string reason) =>
        Of(AdjustmentKind.CreditNote)
            .FirstOrDefault(code => reason == code.Name || reason.StartsWith(code.Name + ":", StringComparison.Ordinal))?.Code ?? "Other";

    /// <summary>Whether this code explains adjustments of this kind.</summary>
    public static bool Explains(string? code, AdjustmentKind kind) => Of(kind).Any(reason => reason.Code == code);
}
