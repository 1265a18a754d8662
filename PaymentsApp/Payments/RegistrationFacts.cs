using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Payments;

/// <summary>What a registration is decided on, read in its transaction; the invoices are locked.</summary>
internal sealed class RegistrationFacts
{
    private static readonly CompiledQuery<Func<AppDbContext, IReadOnlyCollection<Guid>, IAsyncEnumerable<Payment>>> PaymentsOf = new(() =>
        EF.CompileAsyncQuery((AppDbContext db, IReadOnlyCollection<Guid> ids) =>
            db.Payments.AsNoTracking().Where(payment => ids.Contains(payment.Id))));

    private static readonly CompiledQuery<Func<AppDbContext, IReadOnlyCollection<int>, IAsyncEnumerable<OwnedOrganization>>> OwnersOf = new(() =>
        EF.CompileAsyncQuery((AppDbContext db, IReadOnlyCollection<int> ids) => db.Organizations
            .Where(organization => ids.Contains(organization.Id))
            .Select(organization => new OwnedOrganization(organization.Id, organization.OwnerId, organization.PayerId))));

    private static readonly CompiledQuery<Func<AppDbContext, IReadOnlyCollection<int>, IAsyncEnumerable<int>>> ActiveTypesOf = new(() =>
        EF.CompileAsyncQuery((AppDbContext db, IReadOnlyCollection<int> ids) => db.PaymentTypes
            .Where(type => ids.Contains(type.Id) && type.IsActive).Select(type => type.Id)));

    // Those the person may see, with who pays for them.
    private readonly Dictionary<int, int?> _organizations;
    private readonly HashSet<int> _paymentTypes;

    private RegistrationFacts(
        Dictionary<Guid, Payment> earlier, Dictionary<int, int?> organizations, HashSet<int> paymentTypes, Dictionary<int, Invoice> invoices)
    {
        Earlier = earlier;
        Invoices = invoices;
        _organizations = organizations;
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
        var invoiceIds = commands.SelectMany(command => MeantFor(command).Concat(InvoiceIdsOf(command))).Distinct().ToArray();

        var invoices = invoiceIds.Length == 0 ? [] : await db.LockInvoicesAsync(invoiceIds, cancel);
        var earlier = await PaymentsOf.For(db)(db, ids).ToDictionaryAsync(payment => payment.Id, cancellationToken: cancel);
        var concerned = payerIds.Union(invoices.Values.Select(invoice => invoice.OrganizationId)).ToArray();
        var organizations = await OwnersOf.For(db)(db, concerned)
            .Where(organization => access.SeesOrganizationOf(organization.OwnerId))
            .ToDictionaryAsync(organization => organization.Id, organization => organization.PayerId, cancellationToken: cancel);
        var types = await ActiveTypesOf.For(db)(db, typeIds).ToHashSetAsync(cancellationToken: cancel);

        return new RegistrationFacts(
            earlier,
            organizations,
            types,
            invoices.Values.Where(invoice => organizations.ContainsKey(invoice.OrganizationId)).ToDictionary(invoice => invoice.Id));
    }

    /// <summary>Everything that is wrong with the command; empty when it can be registered.</summary>
    public IReadOnlyList<PaymentProblem> Check(
        RegisterPayment command, DateOnly today, IReadOnlyDictionary<int, LatestAllocation> latest)
    {
        if (!_organizations.ContainsKey(command.PayerId))
        {
            return [new PaymentProblem.NotFound("Organization")];
        }

        var problems = PaymentChecks.CheckFields(command, today).ToList();
        if (!_paymentTypes.Contains(command.PaymentTypeId))
        {
            problems.Add(new PaymentProblem.PaymentTypeMissing());
        }

        if (MeantFor(command).Any(id => !Invoices.TryGetValue(id, out var invoice) || !IsPayable(invoice, command.PayerId)))
        {
            problems.Add(new PaymentProblem.NotFound("Invoice"));
        }

        problems.AddRange(PaymentChecks.CheckAllocations(command, Invoices, invoice => IsPayable(invoice, command.PayerId), latest));
        return problems;
    }

    /// <summary>Whatever the command wants to settle, by money or otherwise.</summary>
    public static IEnumerable<int> InvoiceIdsOf(RegisterPayment command) =>
        command.Allocations.Select(share => share.InvoiceId).Concat(command.Adjustments.Select(adjustment => adjustment.InvoiceId))
            .Concat(command.ShortPays.Select(shortPay => shortPay.InvoiceId)).Concat(command.Credits.Select(use => use.InvoiceId));

    /// <summary>The visible invoices of the command to which it wants to apply more than is open.</summary>
    public IReadOnlyList<int> OverApplied(RegisterPayment command) =>
    [
        .. command.Allocations
            .Where(share => Invoices.TryGetValue(share.InvoiceId, out var invoice) && share.Amount.Minor > invoice.OutstandingMinor)
            .Select(share => share.InvoiceId),
    ];

    /// <summary>Whose screens the payment concerns: the payer, and whoever was invoiced.</summary>
    public IReadOnlyList<int> OrganizationsOf(RegisterPayment command) =>
        [.. InvoiceIdsOf(command).Select(id => Invoices[id].OrganizationId).Append(command.PayerId).Distinct()];

    /// <summary>Whether this person may know of an earlier payment.</summary>
    public bool MaySee(Payment payment, Access access) => access.SeesAllOrganizations || _organizations.ContainsKey(payment.PayerId);

    // Its own invoices, and those of the organizations it pays for.
    private bool IsPayable(Invoice invoice, int payerId) =>
        invoice.OrganizationId == payerId || _organizations.GetValueOrDefault(invoice.OrganizationId) == payerId;

    private static IEnumerable<int> MeantFor(RegisterPayment command) => command.MeantForInvoiceId is { } id ? [id] : [];

    private sealed record OwnedOrganization(int Id, string? OwnerId, int? PayerId);
}
