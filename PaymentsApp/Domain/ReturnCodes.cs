namespace PaymentsApp.Domain;

/// <summary>
/// The reasons for which banks return payments, as their notices name them. Checks: the return reasons of ANSI X9.100-188, with the letters that
/// image cash letters and substitute checks carry. ACH: the return reason codes of the Nacha Operating Rules, Appendix Four, as far as an
/// originator of debits meets them.
/// </summary>
public static class ReturnCodes
{
    /// <summary>The code for what has none: another way of paying, or a notice without a reason.</summary>
    public const string Other = "OTHER";

    public static IReadOnlyList<ReturnCode> All { get; } =
    [
        Check("A", "Not sufficient funds (NSF)"),
        Check("B", "Uncollected funds hold"),
        Check("C", "Stop payment"),
        Check("D", "Closed account"),
        Check("E", "Unable to locate account"),
        Check("F", "Frozen or blocked account"),
        Check("G", "Stale dated"),
        Check("H", "Post dated"),
        Check("I", "Endorsement missing"),
        Check("J", "Endorsement irregular"),
        Check("K", "Signature missing"),
        Check("L", "Signature irregular, suspected forgery"),
        Check("N", "Altered or fictitious"),
        Check("Q", "Not authorized"),
        Check("S", "Refer to maker"),
        Check("T", "Cannot be presented again"),
        Check("Y", "Duplicate presentment"),
        Ach("R01", "Insufficient funds"),
        Ach("R02", "Account closed"),
        Ach("R03", "No account, or unable to locate account"),
        Ach("R04", "Invalid account number structure"),
        Ach("R05", "Unauthorized debit to a consumer account using a corporate SEC code"),
        Ach("R07", "Authorization revoked by customer"),
        Ach("R08", "Payment stopped"),
        Ach("R09", "Uncollected funds"),
        Ach("R10", "Customer advises originator is not known or not authorized"),
        Ach("R11", "Entry not in accordance with the terms of the authorization"),
        Ach("R16", "Account frozen, or returned per OFAC instruction"),
        Ach("R20", "Non-transaction account"),
        Ach("R29", "Corporate customer advises not authorized"),
        new(Other, "Other reason", null),
    ];

    public static ReturnCode? Find(string code) => All.FirstOrDefault(known => known.Code == code);

    /// <summary>The codes for a way of paying: those of checks for a check, those of ACH for ACH and direct debits, else the general one.</summary>
    public static IReadOnlyList<ReturnCode> For(PaymentTypeKind kind) =>
        [.. All.Where(known => known.Kind is null || known.Kind == (kind == PaymentTypeKind.DirectDebit ? PaymentTypeKind.Ach : kind))];

    private static ReturnCode Check(string code, string name) => new(code, name, PaymentTypeKind.Check);

    private static ReturnCode Ach(string code, string name) => new(code, name, PaymentTypeKind.Ach);
}
