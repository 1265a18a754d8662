using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments;
using PaymentsApp.Security;

namespace PaymentsApp.Seeding;

/// <summary>Credit notes of the demo data: one that nobody used yet, and one that settled a part of an open invoice.</summary>
internal sealed class DemoCredits(AppDbContext db, LedgerHead head, DateOnly today, DateTime now)
{
    /// <summary>Adds them to the context; the caller saves.</summary>
    public void Add(IReadOnlyList<Organization> organizations, ILookup<int, Invoice> invoices)
    {
        Credit("Pemberton Motors", "CN-0001", 180_00, 34, "WrongSize", "half page instead of full page");
        var used = Credit("Covelli Jewelers", "CN-0002", 240_00, 20, "MissedIssue", null);
        if (used is not null && invoices[used.OrganizationId].Where(invoice => invoice.OutstandingMinor > 150_00 && invoice.IssuedOn <= used.IssuedOn)
            .OrderBy(invoice => invoice.DueOn).FirstOrDefault() is { } open)
        {
            var recorded = new Recorded(At(used.IssuedOn.AddDays(2)), DemoPeople.FinanceId);
            var asked = new InvoiceAdjustment(
                Guid.CreateVersion7(recorded.At), open.Id, AdjustmentKind.CreditNote, new Money(150_00, used.Currency), "MissedIssue", Note: null, used.Id);
            DifferenceFacts.Settle(db, head, asked, open, used, paymentId: null, used.IssuedOn.AddDays(2), recorded, approvedById: null);
        }

        CreditNote? Credit(string name, string number, long minor, int daysAgo, string reasonCode, string? remark)
        {
            if (organizations.FirstOrDefault(found => found.Name == name) is not { } organization)
            {
                return null;
            }

            var issuedOn = today.AddDays(-daysAgo);
            var recorded = new Recorded(At(issuedOn), DemoPeople.FinanceId);
            var reason = ReasonCodes.NameOf(reasonCode) + (remark is null ? "" : $": {remark}");
            var note = new CreditNote(Guid.CreateVersion7(recorded.At), organization.Id, number, new Money(minor, organization.Currency), issuedOn, reason, recorded);
            db.CreditNotes.Add(note);
            return note;
        }
    }

    private DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(15, 0), DateTimeKind.Utc) is var at && at < now ? at : now;
}
