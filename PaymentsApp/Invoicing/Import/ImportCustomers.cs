using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Invoicing.Import;

/// <summary>Finds the organization of each line by its customer number, else by its name, and makes the unknown ones.</summary>
internal sealed class ImportCustomers
{
    private const int TermsDefault = 30;

    private readonly Dictionary<string, Organization> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Organization> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ambiguousNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners;
    private readonly HashSet<string> _payers; // customer numbers that lines of this portion name as payers

    private ImportCustomers(Dictionary<string, string> owners, HashSet<string> payers)
    {
        _owners = owners;
        _payers = payers;
    }

    public static async Task<ImportCustomers> LoadAsync(AppDbContext db, IReadOnlyList<ImportedInvoice> lines, CancellationToken cancel)
    {
        var payers = lines.Select(PayerOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        string[] numbers = [.. lines.Select(line => line.CustomerNumber).OfType<string>().Concat(payers).Distinct()];
        string[] names = [.. lines.Where(line => line.CustomerNumber is null).Select(line => NameKey(line)).Distinct()];
        string[] emails = [.. lines.Select(line => line.OwnerEmail?.ToUpperInvariant()).OfType<string>().Distinct()];

        var owners = emails.Length == 0 ? [] : await db.Users.AsNoTracking()
            .Where(user => user.IsActive && user.NormalizedEmail != null && EF.Parameter(emails).Contains(user.NormalizedEmail))
            .GroupBy(user => user.NormalizedEmail!)
            .Select(group => new { Email = group.Key, Id = group.Min(user => user.Id)! })
            .ToDictionaryAsync(user => user.Email, user => user.Id, cancel);
        var customers = new ImportCustomers(owners, payers);
        var found = await db.Organizations.AsNoTracking()
            .Where(organization => EF.Parameter(numbers).Contains(organization.CustomerNumber) || EF.Parameter(names).Contains(organization.SearchName))
            .ToListAsync(cancel);
        found.ForEach(customers.Add);
        return customers;
    }

    public Organization? Find(ImportedInvoice line) => line.CustomerNumber is { } number
        ? _byNumber.GetValueOrDefault(number)
        : _byName.GetValueOrDefault(NameKey(line));

    /// <summary>Why the line's organization can neither be found nor made; null when it can.</summary>
    public (ImportProblemKind Kind, string Reason)? WhyNot(ImportedInvoice line)
    {
        if (line.CustomerNumber is null && _ambiguousNames.Contains(NameKey(line)))
        {
            return (ImportProblemKind.AmbiguousCustomer, $"Several organizations have the name {line.CustomerName}. The customer number is needed.");
        }

        if (Find(line) is null && PayerOf(line) is { } payer)
        {
            if (_byNumber.GetValueOrDefault(payer)?.PayerId is not null)
            {
                return (ImportProblemKind.WrongPayer, $"{payer} cannot pay for others: somebody else pays for it.");
            }

            if (line.CustomerNumber is { } number && _payers.Contains(number))
            {
                return (ImportProblemKind.WrongPayer, $"{number} pays for others, so {payer} cannot pay for it.");
            }
        }

        return line.OwnerEmail is { } email && Find(line) is null && !_owners.ContainsKey(email.ToUpperInvariant())
            ? (ImportProblemKind.UnknownOwner, $"Nobody here has the e-mail address {email}.")
            : null;
    }

    /// <summary>Adds and saves what the lines name and nobody knows.</summary>
    public async Task<IReadOnlyList<Organization>> AddMissingAsync(AppDbContext db, IEnumerable<ImportedInvoice> lines, CancellationToken cancel)
    {
        var unknown = lines.Where(line => Find(line) is null).ToList();
        var added = await AddPayersAsync(db, unknown, cancel);
        var nextNumber = 0;
        foreach (var line in unknown.Where(line => Find(line) is null))
        {
            if (line.CustomerNumber is null && nextNumber == 0)
            {
                nextNumber = 1 + (await db.Organizations.MaxAsync(row => (int?)row.Id, cancel) ?? 0);
            }

            var number = line.CustomerNumber ?? await FreeNumberAsync(db, nextNumber++, cancel);
            var organization = new Organization(number, line.CustomerName ?? number, line.Total.Currency);
            organization.SetPaymentTerms(line.PaymentTermsDays ?? TermsDefault);
            if (line.OwnerEmail is { } email)
            {
                organization.AssignOwner(_owners[email.ToUpperInvariant()]);
            }

            organization.PaidBy(PayerOf(line) is { } payer ? _byNumber[payer].Id : null);
            db.Organizations.Add(organization);
            Add(organization);
            added.Add(organization);
        }

        if (added.Count > 0)
        {
            await db.SaveChangesAsync(cancel);
        }

        return added;
    }

    // They get their ids first. One that is invoiced in the same lines has its name there.
    private async Task<List<Organization>> AddPayersAsync(AppDbContext db, IReadOnlyList<ImportedInvoice> lines, CancellationToken cancel)
    {
        var added = new List<Organization>();
        foreach (var line in lines.Where(line => PayerOf(line) is { } payer && !_byNumber.ContainsKey(payer)).DistinctBy(PayerOf))
        {
            var number = PayerOf(line)!;
            var own = lines.FirstOrDefault(other => other.CustomerNumber == number);
            var payer = new Organization(number, own?.CustomerName ?? line.PayerName ?? number, line.Total.Currency);
            payer.SetPaymentTerms(own?.PaymentTermsDays ?? TermsDefault);
            payer.AssignOwner(own?.OwnerEmail is { } email ? _owners.GetValueOrDefault(email.ToUpperInvariant()) : null);
            db.Organizations.Add(payer);
            Add(payer);
            added.Add(payer);
        }

        if (added.Count > 0)
        {
            await db.SaveChangesAsync(cancel);
        }

        return added;
    }

    // Who pays for itself has no payer.
    private static string? PayerOf(ImportedInvoice line) => line.PayerNumber == line.CustomerNumber ? null : line.PayerNumber;

    // A file without customer numbers: C-00012, the first that nobody has.
    private async Task<string> FreeNumberAsync(AppDbContext db, int from, CancellationToken cancel)
    {
        for (var next = from; ; next++)
        {
            var number = "C-" + next.ToString("00000", CultureInfo.InvariantCulture);
            if (!_byNumber.ContainsKey(number) && !await db.Organizations.AnyAsync(row => row.CustomerNumber == number, cancel))
            {
                return number;
            }
        }
    }

    private void Add(Organization organization)
    {
        _byNumber.TryAdd(organization.CustomerNumber, organization);
        if (!_byName.TryAdd(organization.SearchName, organization))
        {
            _ambiguousNames.Add(organization.SearchName);
        }
    }

    private static string NameKey(ImportedInvoice line) => SearchText.Normalize(line.CustomerName ?? "");
}
