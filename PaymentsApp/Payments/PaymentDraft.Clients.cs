namespace PaymentsApp.Payments;

// An agency pays for several clients: its invoices are shown client by client.
public sealed partial class PaymentDraft
{
    /// <summary>Some of the open invoices are those of organizations that the payer pays for.</summary>
    public bool HasClients => _lines.Exists(line => line.Invoice.Client is not null);

    /// <summary>The lines client by client, each oldest first: the payer's own, then those it pays for by name.</summary>
    public IReadOnlyList<ClientLines> ByClient =>
    [
        .. _lines.GroupBy(line => line.Invoice.Client)
            .OrderBy(lines => lines.Key is not null).ThenBy(lines => lines.Key?.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(lines => lines.Key?.OrganizationId)
            .Select(lines => new ClientLines(lines.Key?.Name ?? Payer!.Name, lines.Key?.CustomerNumber ?? Payer!.CustomerNumber, Currency, [.. lines])),
    ];
}
