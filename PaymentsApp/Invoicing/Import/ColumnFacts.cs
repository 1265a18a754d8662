using System.Globalization;

namespace PaymentsApp.Invoicing.Import;

/// <summary>What the values of one column look like, gathered over the whole file in bounded memory.</summary>
public sealed class ColumnFacts(int index, string header)
{
    private readonly HashSet<ulong> _seen = [];
    private long _repeated;
    private long _tested;
    private long _currencyCodes;
    private long _emails;
    private long _dayCounts;

    public int Index { get; } = index;

    /// <summary>As it stands in the file; “Column 3” where the file leaves it empty.</summary>
    public string Header { get; } = header.Length > 0
        ? header
        : "Column " + (index + 1).ToString(CultureInfo.InvariantCulture);

    public long Filled { get; private set; }

    public DateEvidence Dates { get; } = new();

    public AmountEvidence Amounts { get; } = new();

    public bool LooksLikeCurrencies => IsMost(_currencyCodes);

    public bool LooksLikeEmails => IsMost(_emails);

    public bool LooksLikeDayCounts => IsMost(_dayCounts);

    /// <summary>Hardly a value comes twice. A few may: a line that was exported twice is a fault, not a pattern.</summary>
    public bool IsNearlyUnique => _tested > 0 && _repeated * 20 <= _tested;

    public void Add(string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        Filled++;
        Dates.Add(value);
        Amounts.Add(value);
        _currencyCodes += value.Length == 3 && value.All(char.IsAsciiLetter) ? 1 : 0;
        _emails += value.Length > 3 && value.IndexOf('@') > 0 && !value.Contains(' ') ? 1 : 0;
        _dayCounts += PaymentTermsText.TryParse(value, out _) ? 1 : 0;
        if (_tested < ImportLimits.UniquenessLines)
        {
            _tested++;
            _repeated += _seen.Add(Hash(value)) ? 0 : 1;
        }
    }

    private bool IsMost(long count) => count > 0 && count >= 0.8 * Filled;

    // FNV-1a: 64 bits, so that two different values practically never count as one.
    private static ulong Hash(string value)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in value)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash;
    }
}
