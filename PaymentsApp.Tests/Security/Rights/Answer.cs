using PaymentsApp.Components.Lists;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing;
using PaymentsApp.Payments;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>An answer of a service, and its words: those for a foreign thing must be those for a missing one.</summary>
public sealed record Answer(Seen Seen, string Text)
{
    public static Answer Denied { get; } = new(Seen.Denied, string.Empty);

    /// <summary>Null is "there is no such thing".</summary>
    public static Answer Found(object? found) => found is null ? new(Seen.Missing, "null") : new(Seen.Done, string.Empty);

    /// <summary>Null is "not allowed": the method has no id that could be missing.</summary>
    public static Answer Allowed(object? found) => found is null ? Denied : new(Seen.Done, string.Empty);

    /// <summary>A list, and whether it has what is looked for.</summary>
    public static Answer Listed<T>(IEnumerable<T> rows, Func<T, bool> isWanted)
    {
        var all = rows.ToList();
        return all.Exists(row => isWanted(row)) ? new(Seen.Done, string.Empty) : new(Seen.Missing, $"{all.Count} rows");
    }

    public static Answer Listed<T>(Page<T> page, Func<T, bool> isWanted) => Listed(page.Rows, isWanted);

    /// <summary>A sentence is a refusal.</summary>
    public static Answer Sentence(string? problem) => problem is null ? new(Seen.Done, string.Empty) : new(Seen.Missing, problem);

    public static Answer Of(RegisterPaymentResult result) =>
        result is RegisterPaymentResult.Refused refused ? Refused(refused.Problems) : new(Seen.Done, string.Empty);

    public static Answer Of(CorrectionResult result) =>
        result is CorrectionResult.Refused refused ? Refused(refused.Problems) : new(Seen.Done, string.Empty);

    public static Answer Of(AddInvoiceResult result) => result switch
    {
        AddInvoiceResult.Refused { Problems: ["You may not add invoices."] } => Denied,
        AddInvoiceResult.Refused refused => new(Seen.Missing, string.Join(' ', refused.Problems)),
        _ => new(Seen.Done, string.Empty),
    };

    private static Answer Refused(IReadOnlyList<PaymentProblem> problems) => problems is [PaymentProblem.NotAllowed]
        ? Denied
        : new(Seen.Missing, string.Join(' ', problems));
}
