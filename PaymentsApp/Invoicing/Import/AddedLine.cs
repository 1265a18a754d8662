using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Import;

/// <summary>What became of one line, with the invoice as it stands now.</summary>
/// <param name="Source">The line.</param>
/// <param name="Outcome">Added, unchanged or refused.</param>
/// <param name="InvoiceId">0 when refused.</param>
/// <param name="OrganizationId">0 when refused.</param>
/// <param name="Outstanding">What is open; zero when refused.</param>
/// <param name="Problem">Why it was refused, or null.</param>
public sealed record AddedLine(
    ImportedInvoice Source, LineOutcome Outcome, int InvoiceId, int OrganizationId, Money Outstanding, ImportProblem? Problem)
{
    /// <summary>The invoice was taken, but the payment that its settlement date stands for was refused.</summary>
    public AddedLine CannotBePaid(string reasons) => this with
    {
        Problem = new ImportProblem(
            Source.Line.Number, ImportProblemKind.CannotPay, $"The invoice is there, but its settlement could not be registered: {reasons}"),
    };
}
