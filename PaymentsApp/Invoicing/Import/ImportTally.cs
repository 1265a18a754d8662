namespace PaymentsApp.Invoicing.Import;

/// <summary>Counts over a pass. Problems are kept up to a bound and counted beyond it.</summary>
public sealed class ImportTally
{
    private readonly List<ImportProblem> _problems = [];
    private readonly Dictionary<ImportProblemKind, long> _kinds = [];
    private readonly Dictionary<string, decimal> _totals = new(StringComparer.Ordinal);

    public long Lines { get; private set; }

    /// <summary>Invoices added, or to be added.</summary>
    public long Added { get; private set; }

    /// <summary>Credit notes added, or to be added.</summary>
    public long CreditNotes { get; private set; }

    /// <summary>Lines whose invoice is there with the same figures.</summary>
    public long Unchanged { get; private set; }

    public long Rejected { get; private set; }

    /// <summary>Amounts rounded to the decimals of their currency.</summary>
    public long Rounded { get; private set; }

    /// <summary>Payments registered, or to be registered, for settled invoices.</summary>
    public long Payments { get; private set; }

    /// <summary>The first problems, in the order of lines.</summary>
    public IReadOnlyList<ImportProblem> Problems => _problems;

    /// <summary>How often each kind of problem came, the most frequent first.</summary>
    public IReadOnlyList<(ImportProblemKind Kind, long Count)> Kinds =>
        [.. _kinds.OrderByDescending(pair => pair.Value).Select(pair => (pair.Key, pair.Value))];

    /// <summary>Sum of the added invoices per currency, in minor units.</summary>
    public IReadOnlyDictionary<string, decimal> TotalsMinor => _totals;

    internal void Take(ImportedInvoice invoice, bool isAdded)
    {
        if (!isAdded)
        {
            Unchanged++;
            return;
        }

        Rounded += invoice.IsRounded ? 1 : 0;
        if (invoice.IsCreditNote)
        {
            CreditNotes++;
            return;
        }

        Added++;
        _totals[invoice.Total.Currency] = _totals.GetValueOrDefault(invoice.Total.Currency) + invoice.Total.Minor;
    }

    internal void CountLines(int count) => Lines += count;

    internal void CountPayments(int count) => Payments += count;

    internal void Reject(IReadOnlyList<ImportProblem> problems)
    {
        Rejected++;
        foreach (var problem in problems)
        {
            _kinds[problem.Kind] = _kinds.GetValueOrDefault(problem.Kind) + 1;
            if (_problems.Count < ImportLimits.ProblemsKept)
            {
                _problems.Add(problem);
            }
        }
    }
}
