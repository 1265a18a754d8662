using System.Globalization;
using PaymentsApp.Domain;

namespace PaymentsApp.Banking.Reading;

/// <summary>Gathers one statement, counts what was read and what not, and at the end adds it up.</summary>
internal sealed class StatementBuilder(string format, SourceText source, SourcePosition at)
{
    private readonly List<BankEntry> _entries = [];
    private readonly List<BankFinding> _findings = [];
    private readonly List<BankBalance> _balances = [];
    private readonly HashSet<string> _unknownCurrencies = new(StringComparer.Ordinal);
    private int _raw;
    private int _read;

    public string Format { get; set; } = format;

    public string? Account { get; set; }

    public string? AccountOwner { get; set; }

    public string? Bank { get; set; }

    public string? Currency { get; set; }

    public string? StatementId { get; set; }

    public string? Number { get; set; }

    public string? Page { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? CreatedAt { get; set; }

    public BankBalance? Opening { get; set; }

    public BankBalance? Closing { get; set; }

    /// <summary>False where opening, entries and closing are not meant to add up.</summary>
    public bool MustAddUp { get; set; } = true;

    public SourceText Source { get; } = source;

    public SourcePosition At { get; } = at;

    public int RawEntries => _raw;

    public IReadOnlyList<BankEntry> Entries => _entries;

    public IReadOnlyList<BankBalance> Balances => _balances;

    public bool HasNothing => _raw == 0 && _balances.Count == 0 && Account is null && _findings.Count == 0;

    /// <summary>One entry of the bank, read; several when it was a batch taken apart.</summary>
    public void Add(params ReadOnlySpan<BankEntry> entries)
    {
        _raw++;
        _read++;
        foreach (var entry in entries)
        {
            _entries.Add(entry);
        }
    }

    /// <summary>One entry of the bank that could not be read: it becomes a finding.</summary>
    public void NotRead(string message, SourcePosition where)
    {
        _raw++;
        Find(BankFindingKind.EntryNotRead, message, where);
    }

    public void Find(BankFindingKind kind, string message, SourcePosition where, long? difference = null) =>
        _findings.Add(new BankFinding(kind, message, where) { DifferenceMinor = difference });

    public void AddBalance(BankBalance balance) => _balances.Add(balance);

    /// <summary>Minor units of a written amount, with a finding where it does not fit the currency; null when it is none.</summary>
    public long? Minor(string text, char decimalSeparator, string? currency, SourcePosition where)
    {
        NoteCurrency(currency, where);
        if (!ExactAmount.TryRead(text, decimalSeparator, out var amount)
            || !amount.TryMinor(ExactAmount.ExponentOf(currency), out var minor, out var isExact))
        {
            return null;
        }

        if (!isExact)
        {
            Find(BankFindingKind.AmountNotExact, $"“{text}” has more decimals than {currency ?? "an amount with two"} can hold.", where);
        }

        return minor;
    }

    public void NoteCurrency(string? currency, SourcePosition where)
    {
        if (!Domain.Currency.IsKnown(currency) && _unknownCurrencies.Add(currency ?? ""))
        {
            Find(
                BankFindingKind.CurrencyUnknown,
                currency is null
                    ? "The file does not say which currency the amounts are in; two decimals are assumed."
                    : $"“{currency}” is not a known currency; {ExactAmount.ExponentOf(currency)} decimals are assumed.",
                where);
        }
    }

    public void NoteReusedIds()
    {
        foreach (var group in _entries.Where(entry => entry.BankId is not null).GroupBy(entry => entry.BankId))
        {
            var different = group.DistinctBy(entry => (entry.AmountMinor, entry.Currency, entry.BookedOn, entry.ValueOn, entry.RemittanceText)).Skip(1).FirstOrDefault();
            if (different is not null && group.Any(entry => entry.Batch?.Entry != different.Batch?.Entry || entry.Batch is null))
            {
                Find(BankFindingKind.BankIdReused, $"The bank's id {group.Key} stands for different entries; all are kept.", different.At);
            }
        }
    }

    public BankStatement Build()
    {
        AddUp();
        NoteReusedIds();
        return new BankStatement
        {
            Format = Format,
            Account = Account,
            AccountOwner = AccountOwner,
            Bank = Bank,
            Currency = Currency,
            StatementId = StatementId,
            Number = Number,
            Page = Page,
            From = From,
            To = To,
            CreatedAt = CreatedAt,
            Opening = Opening,
            Closing = Closing,
            Balances = _balances,
            Entries = _entries,
            Findings = _findings,
            RawEntries = _raw,
            ReadEntries = _read,
            At = At,
        };
    }

    private void AddUp()
    {
        if (!MustAddUp || Opening is null || Closing is null)
        {
            return;
        }

        var booked = _entries.Where(entry => entry.Status == BankEntryStatus.Booked).ToList();
        var currencies = booked.Select(entry => entry.Currency).Append(Opening.Currency).Append(Closing.Currency).Distinct().ToList();
        Int128 sum = Opening.AmountMinor;
        foreach (var entry in booked)
        {
            sum += entry.AmountMinor;
        }

        var difference = (long)Int128.Clamp(Closing.AmountMinor - sum, long.MinValue, long.MaxValue);
        if (currencies.Count > 1)
        {
            // The bare figures are compared all the same: a reader of the finding sees at once how far off they are.
            Find(
                BankFindingKind.BalanceCurrency,
                $"Balances and entries are in different currencies ({string.Join(", ", currencies)}), so they cannot be added up.",
                Closing.At,
                difference);
        }
        else if (difference != 0)
        {
            Find(
                BankFindingKind.BalanceDifference,
                $"Closing balance {Words(Closing.AmountMinor)} is not opening balance {Words(Opening.AmountMinor)} plus entries; it differs by {Words(difference)}.",
                Closing.At,
                difference);
        }
    }

    private string Words(long minor) => Domain.Currency.IsKnown(Closing?.Currency)
        ? new Money(minor, Closing.Currency).ToString()
        : minor.ToString(CultureInfo.InvariantCulture);
}
