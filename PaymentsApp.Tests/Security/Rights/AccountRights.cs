using System.Globalization;
using PaymentsApp.Collection;
using PaymentsApp.Domain;
using PaymentsApp.Home;
using PaymentsApp.Organizations;
using PaymentsApp.Payments;
using PaymentsApp.Payments.Attachments;
using PaymentsApp.Payments.Balances;
using PaymentsApp.Payments.Details;
using PaymentsApp.Payments.History;
using PaymentsApp.Payments.Lists;
using PaymentsApp.Payments.Payers;
using PaymentsApp.Payments.Receipts;
using PaymentsApp.Payments.Remittances;
using PaymentsApp.Tests.Support;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>Organizations, payments, and the screens over them.</summary>
internal static class AccountRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<OpenInvoiceQueries>("PageAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.PageAsync(new OpenInvoiceList(Search: scene.InvoiceNumber), None), row => row.Id == scene.InvoiceId)),
        Read<OpenInvoiceQueries>("TotalsAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed((await queries.TotalsAsync(new OpenInvoiceList(Search: scene.InvoiceNumber), None)).Outstanding!, sum => sum.Minor == 6000)),
        Read<OrganizationQueries>("PageAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.PageAsync(new OrganizationList(Search: scene.CustomerNumber), None), row => row.Id == scene.OrganizationId)),
        Read<OrganizationDetailQueries>("FindAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Found(await queries.FindAsync(scene.OrganizationId, None))),
        Read<OrganizationDetailQueries>("OverviewAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Found(await queries.OverviewAsync(scene.OrganizationId, None))),
        Read<OrganizationDetailQueries>("InvoicesAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.InvoicesAsync(new OrganizationInvoiceList(scene.OrganizationId), None), row => row.Id == scene.InvoiceId)),
        Read<OrganizationDetailQueries>("ContactsAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.ContactsAsync(scene.OrganizationId, None), row => row.Name == "Cora Contact")),
        Read<HomeQueries>("FinanceAsync", Rule.FinanceWithoutId, async (queries, _) =>
            Answer.Allowed(await queries.FinanceAsync(None))),
        Read<MeasureQueries>("ReadAsync", Rule.FinanceWithoutId, async (queries, _) => Answer.Allowed(await queries.ReadAsync(None))),
        Read<MeasureQueries>("DaysOutstandingAsync", Rule.FinanceWithoutId, async (queries, _) =>
            Answer.Allowed(await queries.DaysOutstandingAsync(new DateOnly(2026, 3, 2), None))),
        Read<HomeQueries>("ClientsAsync", Rule.AccountsWithoutId, async (queries, _) => Answer.Allowed(await queries.ClientsAsync(None))),
        Read<PaymentQueries>("PageAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.PageAsync(new PaymentSelection(Search: scene.Reference), None), row => row.Id == scene.PaymentId)),
        Read<PaymentQueries>("TypesAsync", Rule.AccountsWithoutId, async (queries, _) => Answer.Allowed(await queries.TypesAsync(None))),
        Read<PaymentDetailQueries>("FindAsync", Rule.Accounts, async (queries, scene) => Answer.Found(await queries.FindAsync(scene.PaymentId, None))),
        Read<PaymentDetailQueries>("OfferedInvoicesAsync", Rule.Finance, async (queries, scene) =>
            Answer.Listed(await queries.OfferedInvoicesAsync(scene.PaymentId, None), invoice => invoice.Id == scene.InvoiceId)),
        Read<ReceiptService>("CreateAsync", Rule.Accounts, async (receipts, scene) =>
            Answer.Found(await receipts.CreateAsync(scene.PaymentId, CultureInfo.InvariantCulture, None))),
        Read<BalanceFactQueries>("FindAsync", Rule.Accounts, async (queries, scene) => Answer.Found(
            await queries.FindAsync(BalanceSubject.OfOrganization(scene.OrganizationId, BalanceKind.Outstanding, "USD"), None)
            ?? await queries.FindAsync(BalanceSubject.OfOrganization(scene.OrganizationId, BalanceKind.Credit, "USD"), None)
            ?? await queries.FindAsync(BalanceSubject.OfInvoice(scene.InvoiceId, "USD"), None)
            ?? await queries.FindAsync(BalanceSubject.OfPayment(scene.PaymentId, "USD"), None))),
        Read<HistoryQueries>("OfPaymentAsync", Rule.Accounts, async (queries, scene) => Answer.Listed(await queries.OfPaymentAsync(scene.PaymentId, None), _ => true)),
        Read<HistoryQueries>("OfInvoiceAsync", Rule.Accounts, async (queries, scene) => Answer.Listed(await queries.OfInvoiceAsync(scene.InvoiceId, None), _ => true)),
        Read<HistoryQueries>("OfOrganizationAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.OfOrganizationAsync(scene.OrganizationId, null, None), _ => true)),
        Read<AttachmentService>("ListAsync", Rule.Accounts, async (service, scene) =>
            Answer.Listed(await service.ListAsync(scene.PaymentId, None), file => file.Id == scene.AttachmentId)),
        Read<AttachmentService>("DownloadAsync", Rule.Accounts, async (service, scene) => Answer.Found(await service.DownloadAsync(scene.AttachmentId, None))),
        Write<AttachmentService>("AddAsync", Rule.Accounts, async (service, scene, _) =>
            Answer.Sentence(await service.AddAsync(scene.PaymentId, "remittance.pdf", "%PDF-2"u8.ToArray(), None))),
        Read<GlobalSearchQueries>("SearchAsync", Rule.Accounts, SearchAsync, isSilent: true),
        Read<PaymentWindowQueries>("PaymentTypesAsync", Rule.AccountsWithoutId, async (queries, _) => Answer.Allowed(await queries.PaymentTypesAsync(None))),
        Read<RemittanceQueries>("FindAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.FindAsync(scene.OrganizationId, [scene.InvoiceNumber], None), invoice => invoice.Number == scene.InvoiceNumber)),
        Read<PayerQueries>("FindPayersAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.FindPayersAsync(scene.InvoiceNumber, None), payer => payer.OrganizationId == scene.OrganizationId)),
        Read<PaymentWindowQueries>("FindPayerAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Found(await queries.FindPayerAsync(scene.OrganizationId, None))),
        Read<PayerQueries>("WhoPaidAsync", Rule.Accounts, WhoPaidAsync),
        Read<PaymentWindowQueries>("AccountAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Found(await queries.AccountAsync(scene.OrganizationId, scene.InvoiceId, null, None))),
        Read<PaymentWindowQueries>("OpenInvoicesAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.OpenInvoicesAsync(scene.OrganizationId, "USD", None), invoice => invoice.Id == scene.InvoiceId)),
        Read<PaymentWindowQueries>("LatestAllocationsAsync", Rule.Accounts, async (queries, scene) =>
            Answer.Listed(await queries.LatestAllocationsAsync([scene.InvoiceId], None), pair => pair.Key == scene.InvoiceId)),

        Write<PaymentService>("RegisterAsync", Rule.Accounts, async (service, scene, app) =>
            Answer.Of(await service.RegisterAsync(PaymentOf(scene, app), None))),
        Write<PaymentService>("RegisterManyAsync", Rule.Accounts, async (service, scene, app) =>
            Answer.Of((await service.RegisterManyAsync([PaymentOf(scene, app)], None))[0])),
        Write<PaymentService>("ApplyAsync", Rule.Finance, async (service, scene, _) =>
            Answer.Of(await service.ApplyAsync(new ApplyCredit(Guid.CreateVersion7(), scene.PaymentId, scene.InvoiceId, new Money(500, "USD")), None))),
        Write<PaymentService>("UnapplyAsync", Rule.Finance, async (service, scene, _) =>
            Answer.Of(await service.UnapplyAsync(new UnapplyAllocation(Guid.CreateVersion7(), scene.AllocationId, "Wrong invoice"), None))),
        Write<PaymentService>("ReverseAsync", Rule.Finance, async (service, scene, app) =>
            Answer.Of(await service.ReverseAsync(new ReversePayment(Guid.CreateVersion7(), scene.PaymentId, app.Today, "Bounced"), None))),
        .. CorrectionRights.Rows,
    ];

    // The payment type exists in any case: what may be missing is the client.
    private static RegisterPayment PaymentOf(Scene scene, TestDatabase app) => new(
        Guid.CreateVersion7(), scene.OrganizationId, new Money(1000, "USD"), new Money(0, "USD"), app.Today, 1, null, null, null,
        [new InvoiceShare(scene.InvoiceId, new Money(1000, "USD"))]);

    // By number, by amount, and by the reference of an earlier payment. An amount is on what the agency sends: it may stand in the client's place.
    private static async Task<Answer> WhoPaidAsync(PayerQueries queries, Scene scene)
    {
        async Task<Answer> ByAsync(string text) => Answer.Listed(
            await queries.WhoPaidAsync(text, new DateOnly(2026, 3, 2), CultureInfo.InvariantCulture, None),
            payer => payer.OrganizationId == scene.OrganizationId || payer.PaysFor is not null);

        var byInvoice = await ByAsync(scene.InvoiceNumber);
        var byAmount = await ByAsync($"60.00 {scene.CustomerNumber}");
        var byReference = await ByAsync(scene.Reference);
        Assert.Equal(byInvoice.Seen, byAmount.Seen);
        Assert.Equal(byInvoice.Seen, byReference.Seen);
        return byInvoice;
    }

    private static async Task<Answer> SearchAsync(GlobalSearchQueries queries, Scene scene)
    {
        var byInvoice = Answer.Listed(await queries.SearchAsync(scene.InvoiceNumber, None), hit => hit.Title == scene.InvoiceNumber);
        var byCustomer = Answer.Listed(await queries.SearchAsync(scene.CustomerNumber, None), hit => hit.Detail == scene.CustomerNumber);
        var byReference = Answer.Listed(await queries.SearchAsync(scene.Reference, None), _ => true);
        Assert.Equal(byInvoice.Seen, byCustomer.Seen);
        Assert.Equal(byInvoice.Seen, byReference.Seen);
        return byInvoice;
    }
}
