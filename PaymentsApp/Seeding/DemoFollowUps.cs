using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.FollowUps;
using PaymentsApp.FollowUps.Holds;
using PaymentsApp.Security;

namespace PaymentsApp.Seeding;

/// <summary>Promises, calls and plans of the demo data: some kept, some broken, some open, and something to do today.</summary>
internal sealed class DemoFollowUps(AppDbContext db, LedgerHead head, DateOnly today, DateTime now)
{
    private IReadOnlyDictionary<string, Organization> _organizations = new Dictionary<string, Organization>();

    /// <summary>Adds them to the context; the caller saves.</summary>
    public void Add(IReadOnlyList<Organization> organizations, ILookup<int, Invoice> invoices)
    {
        _organizations = organizations.ToDictionary(organization => organization.Name);
        Kept("Bayview Family Law", 20);
        Kept("Corbett Hearing Centers", 45);
        Kept("Mariner Savings Bank", 12);
        Kept("Pemberton Motors", 70);
        Promise("Captain Joe's Charters", 260_00, -18, -4, null);
        Promise("Driftwood Gallery", 310_00, -30, -9, "Waits for the sale of a large picture");
        Promise("Lobster Pound on Main", 240_00, -12, -2, "Season was slow");
        PromiseOldest("Pemberton Motors", -3, 4, invoices);
        PromiseOldest("Keel & Compass Rum", -2, 6, invoices);
        PromiseOldest("Highland Distillers", -6, 1, invoices);

        Hold("Old Mill Antiques", -6, "Three letters without an answer");
        SetRule(1_500_00, 90);

        Write("Captain Joe's Charters", FollowUpKind.Call, -18, "Asks for two more weeks; the boats are out of the water.", isSpokenWith: true, null);
        Write("Captain Joe's Charters", FollowUpKind.Call, -3, "No answer, left a message.", isSpokenWith: false, 0);
        Write("Old Mill Antiques", FollowUpKind.Note, -5, "Letter came back. Ask Ray whether they moved.", isSpokenWith: false, 0);
        Write("Atlantic Boat Works", FollowUpKind.Call, -4, "Check is in the mail, they say.", isSpokenWith: true, -1);
        Write("Pemberton Motors", FollowUpKind.Call, -3, "Pays the oldest invoice this week.", isSpokenWith: true, 5);
        Write("Covelli Jewelers", FollowUpKind.Note, -8, "Makegood agreed for the missed issue.", isSpokenWith: false, 12);
    }

    // A promise made three days before a payment that really came.
    private void Kept(string name, int daysAgo)
    {
        var organization = _organizations.GetValueOrDefault(name);
        var paid = db.Payments.Local.Where(payment => payment.PayerId == organization?.Id && !payment.IsReversed && payment.RefundedMinor == 0)
            .Where(payment => payment.ReceivedOn <= today.AddDays(-daysAgo)).MaxBy(payment => (payment.ReceivedOn, payment.Number));
        if (organization is not null && paid is not null)
        {
            Promise(organization, paid.AmountMinor, paid.ReceivedOn.AddDays(-3), paid.ReceivedOn.AddDays(1), null, []);
        }
    }

    private void Promise(string name, long minor, int madeDays, int promisedDays, string? note)
    {
        if (_organizations.GetValueOrDefault(name) is { } organization)
        {
            Promise(organization, minor, today.AddDays(madeDays), today.AddDays(promisedDays), note, []);
        }
    }

    private void PromiseOldest(string name, int madeDays, int promisedDays, ILookup<int, Invoice> invoices)
    {
        if (_organizations.GetValueOrDefault(name) is { } organization
            && invoices[organization.Id].Where(invoice => invoice.OutstandingMinor > 0).MinBy(invoice => (invoice.DueOn, invoice.Number)) is { } oldest)
        {
            Promise(organization, oldest.OutstandingMinor, today.AddDays(madeDays), today.AddDays(promisedDays), null, [oldest.Id]);
        }
    }

    private void Promise(Organization organization, long minor, DateOnly madeOn, DateOnly promisedOn, string? note, IReadOnlyList<int> invoiceIds)
    {
        var recorded = At(madeOn, DemoPeople.FinanceId);
        var promise = new PaymentPromise(
            new NotePromise(
                Guid.CreateVersion7(recorded.At), organization.Id, new Money(minor, organization.Currency), promisedOn, ContactOf(organization) ?? "The owner", note, invoiceIds),
            madeOn, recorded);
        db.PaymentPromises.Add(promise);
        db.AuditEntries.Add(head.Append(FollowUpAudit.Promised(promise), recorded));
    }

    private void Hold(string name, int days, string reason)
    {
        if (_organizations.GetValueOrDefault(name) is { } organization)
        {
            var recorded = At(today.AddDays(days), DemoPeople.FinanceId);
            var hold = new CreditHold(Guid.CreateVersion7(recorded.At), organization.Id, reason, endsWhenPaid: true, today.AddDays(days), recorded);
            db.CreditHolds.Add(hold);
            db.AuditEntries.Add(head.Append(HoldAudit.Placed(hold), recorded));
        }
    }

    private void SetRule(long minor, int days)
    {
        var recorded = At(today.AddDays(-40), DemoPeople.AdminId);
        var rule = new CreditRule(Guid.CreateVersion7(recorded.At), organizationId: null, new Money(minor, "USD"), days, recorded);
        db.CreditRules.Add(rule);
        db.AuditEntries.Add(head.Append(HoldAudit.RuleSet(rule), recorded));
    }

    private void Write(string name, FollowUpKind kind, int days, string text, bool isSpokenWith, int? nextDays)
    {
        if (_organizations.GetValueOrDefault(name) is not { } organization)
        {
            return;
        }

        var recorded = At(today.AddDays(days), organization.OwnerId is { } owner && kind == FollowUpKind.Note ? owner : DemoPeople.FinanceId);
        var next = nextDays is { } ahead ? new PlannedAction(today.AddDays(ahead), recorded.ById == DemoPeople.FinanceId) : null;
        var entry = new FollowUpEntry(
            new WriteFollowUp(Guid.CreateVersion7(recorded.At), organization.Id, kind, text, isSpokenWith ? ContactOf(organization) : null, next), recorded);
        var action = db.NextActions.Local.FirstOrDefault(found => found.OrganizationId == organization.Id);
        var before = action?.DueOn;
        if (next is not null)
        {
            if (action is null)
            {
                action = new NextAction(organization.Id);
                db.NextActions.Add(action);
            }

            action.Plan(next, recorded.ById);
        }

        db.FollowUpEntries.Add(entry);
        db.AuditEntries.Add(head.Append(FollowUpAudit.Written(entry, before, action?.DueOn), recorded));
    }

    private static string? ContactOf(Organization organization) => organization.Contacts.Count > 0 ? organization.Contacts[0].Name : null;

    private Recorded At(DateOnly day, string byId) => new(day.ToDateTime(new TimeOnly(13, 0), DateTimeKind.Utc) is var at && at < now ? at : now, byId);
}
