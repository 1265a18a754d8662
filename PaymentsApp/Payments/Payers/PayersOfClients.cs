using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Security;

namespace PaymentsApp.Payments.Payers;

/// <summary>Proposes the agency or parent company with each client that was found, or in its place.</summary>
internal static class PayersOfClients
{
    /// <summary>
    /// An amount, and an invoice's number, are on what the usual payer sends: it comes first, and for an amount alone. A name is the client's own,
    /// and so is a reference it has used: there the client stays first, or alone.
    /// </summary>
    public static async Task<IReadOnlyList<PayerChoice>> AddAsync(
        AppDbContext db, Access access, IReadOnlyList<PayerChoice> found, int max, CancellationToken cancel)
    {
        int[] ids = [.. found.Select(choice => choice.OrganizationId)];
        var payers = await (
            from client in db.Organizations
            where ids.Contains(client.Id) && client.PayerId != null
            join payer in access.VisibleOrganizations(db) on client.PayerId equals payer.Id
            select new { ClientId = client.Id, Client = client.Name, payer.Id, payer.Name, payer.CustomerNumber })
            .ToDictionaryAsync(row => row.ClientId, cancel);
        return
        [
            .. found.SelectMany(choice => payers.TryGetValue(choice.OrganizationId, out var payer)
                    ? Both(choice, new PayerChoice(payer.Id, payer.Name, payer.CustomerNumber, choice.Currency)
                    {
                        InvoiceId = choice.InvoiceId,
                        Reason = choice.Reason,
                        PaysFor = payer.Client,
                    })
                    : [choice])
                .DistinctBy(choice => choice.OrganizationId).Take(max),
        ];
    }

    private static PayerChoice[] Both(PayerChoice client, PayerChoice payer) => client.Reason switch
    {
        PayerReason.OneInvoice or PayerReason.AddUp => [payer],
        PayerReason.InvoiceNumber => [payer, client],
        PayerReason.Reference or PayerReason.NextCheck => [client],
        _ => [client, payer],
    };
}
