using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.EndToEnd;

/// <summary>Every screen of the program, and who sees it.</summary>
internal static class Screens
{
    public const string Finance = "Fiona Clark";
    public const string Rep = "Ray Ortiz";
    public const string Admin = "Ada Stone";

    /// <summary>Routes with an id get one of the demo data; screens of one person stand together.</summary>
    public static async Task<IReadOnlyList<(string Person, string Path)>> AllAsync(AppServer server)
    {
        var client = (await DemoApp.ClientsAsync(server, DemoPeople.FirstRepId))[^1];
        var organization = $"/ad-sales/organizations/{client.Id}";
        return
        [
            (Finance, "/"),
            (Finance, "/finance/collection/register-payments"),
            (Finance, "/finance/collection/register-payments?show=overdue&q=zzzz"),
            (Finance, "/finance/collection/payments"),
            (Finance, "/finance/collection/approvals"),
            (Finance, "/finance/collection/check-run"),
            (Finance, "/finance/collection/deposits"),
            (Finance, "/finance/collection/bank"),
            (Finance, "/finance/collection/outstanding"),
            (Finance, "/finance/collection/outstanding-rows"),
            (Finance, "/finance/collection/outstanding?on=2026-01-31&show=overdue"),
            (Finance, "/finance/collection/work-list"),
            (Finance, "/finance/collection/promises-and-disputes"),
            (Finance, "/finance/collection/reminders"),
            (Finance, "/finance/collection/invoice-batches"),
            (Finance, "/finance/invoices"),
            (Finance, "/finance/invoices/new"),
            (Finance, "/finance/invoices/new-credit-note"),
            (Finance, "/finance/invoices/import"),
            (Finance, $"/finance/invoices/{client.Open[0].Id}"),
            (Finance, "/finance/journal"),
            (Finance, "/ad-sales/organizations/new"),
            (Finance, $"{organization}/edit"),
            (Finance, "/not-found"),
            (Rep, "/"),
            (Rep, "/ad-sales/organizations"),
            (Rep, $"{organization}/overview"),
            (Rep, $"{organization}/invoices"),
            (Rep, $"{organization}/payments"),
            (Rep, $"{organization}/credit"),
            (Rep, $"{organization}/statement"),
            (Rep, $"{organization}/follow-up"),
            (Rep, $"{organization}/contacts"),
            (Rep, "/finance/collection/payments"), // no access
            (Admin, "/"),
            (Admin, "/account/password"),
            (Admin, "/admin/users"),
            (Admin, $"/admin/users/{DemoPeople.FinanceId}"),
            (Admin, "/admin/settings"),
            (Admin, "/admin/mail"),
            (Admin, "/admin/audit"),
        ];
    }
}
