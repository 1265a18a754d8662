using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

/// <summary>What a registration is decided on, read in its transaction; the invoices are locked.</summary>
internal sealed class RegistrationFacts
{
    private readonly HashSet<int> _payers;
    private readonly HashSet<int> _paymentTypes;

    private RegistrationFacts(
        Dictionary<Guid, Payment> earlier, HashSet<int> payers, HashSet<int> paymentTypes, Dictionary<int, Invoice> invoices)
    {
        Earlier = earlier;
        Invoices = invoices;
        _payers = payers;
        _paymentTypes = paymentTypes;
    }

    /// <summary>Payments that have one of the wanted ids already, whoever registered them.</summary>
    public Dictionary<Guid, Payment> Earlier { get; }

    /// <summary>The invoices that this person may pay, by id.</summary>
    public IReadOnlyDictionary<int, Invoice> Invoices { get; }

    public static async Task<RegistrationFacts> LoadAsync(
        AppDbContext db, Access access, IReadOnlyList<RegisterPayment> commands, CancellationToken cancel)
    {
        var ids = commands.Select(command => command.PaymentId).Distinct().ToArray();
        var payerIds = commands.Select(command => command.PayerId).Distinct().ToArray();
        var typeIds = commands.Select(command => command.PaymentTypeId).Distinct().ToArray();
        var invoiceIds = commands.SelectMany(command => command.Allocations).Select(share => share.InvoiceId).Distinct().ToArray();

        var invoices = invoiceIds.Length == 0 ? [] : await db.LockInvoicesAsync(invoiceIds, cancel);
        var earlier = await db.Payments.AsNoTracking()
            .Where(payment => ids.Contains(payment.Id)).ToDictionaryAsync(payment => payment.Id, cancel);
        var concerned = payerIds.Union(invoices.Values.Select(invoice => invoice.OrganizationId)).ToArray();
        var organizations = await access.VisibleOrganizations(db)
            .Where(organization => concerned.Contains(organization.Id)).Select(organization => organization.Id).ToHashSetAsync(cancel);
        var types = await db.PaymentTypes
            .Where(type => typeIds.Contains(type.Id) && type.IsActive).Select(type => type.Id).ToHashSetAsync(cancel);

        return new RegistrationFacts(
            earlier,
            organizations,
            types,
            invoices.Values.Where(invoice => organizations.Contains(invoice.OrganizationId)).ToDictionary(invoice => invoice.Id));
    }

    /// <summary>Everything that is wrong with the command; empty when it can be registered.</summary>
    public IReadOnlyList<PaymentProblem> Check(
        RegisterPayment command, DateOnly today, IReadOnlyDictionary<int, LatestAllocation> latest)
    {
        if (!_payers.Contains(command.PayerId))
        {
            return [new PaymentProblem.NotFound("Organization")];
        }

        var problems = PaymentChecks.CheckFields(command, today).ToList();
        if (!_paymentTypes.Contains(command.PaymentTypeId))
        {
            problems.Add(new PaymentProblem.PaymentTypeMissing());
        }

        problems.AddRange(PaymentChecks.CheckAllocations(command, Invoices, latest));
        return problems;
    }

    /// <summary>The visible invoices of the command to which it wants to apply more than is open.</summary>
    public IReadOnlyList<int> OverApplied(RegisterPayment command) =>
    [
        .. command.Allocations
            .Where(share => Invoices.TryGetValue(share.InvoiceId, out var invoice) && share.Amount.Minor > invoice.OutstandingMinor)
            .Select(share => share.InvoiceId),
    ];

    /// <summary>Whose screens the payment concerns: the payer, and whoever was invoiced.</summary>
    public IReadOnlyList<int> OrganizationsOf(RegisterPayment command) =>
        [.. command.Allocations.Select(share => Invoices[share.InvoiceId].OrganizationId).Append(command.PayerId).Distinct()];

    /// <summary>Whether this person may know of an earlier payment.</summary>
    public bool MaySee(Payment payment, Access access) => access.SeesAllOrganizations || _payers.Contains(payment.PayerId);
}
