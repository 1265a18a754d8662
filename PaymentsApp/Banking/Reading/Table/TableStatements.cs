using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Table;

/// <summary>Makes statements of rows: one per own account that the table names.</summary>
internal sealed partial class TableStatements
{
    private readonly string _format;
    private readonly SourceText _source;
    private readonly TableColumns _columns;
    private readonly DateOrder _order;
    private readonly char _sign;
    private readonly bool _isInverse;
    private readonly bool _debitsAreNegative;
    private readonly string? _currency;
    private readonly string? _assumed;
    private readonly Dictionary<string, (StatementBuilder Statement, List<(BankEntry Entry, long? Balance)> Rows)> _accounts = [];

    public TableStatements(string format, SourceText source, TableColumns columns, List<TableRow> data, IEnumerable<TableRow> preamble, BankFileChoices choices)
    {
        (_format, _source, _columns, _currency) = (format, source, columns, choices.Currency);
        var dates = data.Select(row => row[columns.First(ColumnRole.BookedOn)]).ToList();
        var order = DateOrders.Decide(dates, choices, out var dateQuestion, out _assumed);
        if (dateQuestion is not null)
        {
            // "Date range: 10/01/2024-10/21/2024" above the table may settle what its rows leave open.
            var above = preamble.SelectMany(row => row.Cells).SelectMany(cell => DateAbove().Matches(cell)).Select(match => match.Value).Where(DateText.Is);
            order = DateOrders.Decide([.. dates, .. above], choices, out dateQuestion, out _assumed);
        }

        var amounts = new[] { ColumnRole.Amount, ColumnRole.Debit, ColumnRole.Credit, ColumnRole.Balance }
            .SelectMany(columns.All)
            .SelectMany(column => data.Where(row => !row.IsNumber(column)).Select(row => row.Amount(column)))
            .OfType<AmountText>().ToList();
        var sign = DecimalSigns.Decide(amounts, choices, out var signQuestion);
        var questions = new[] { dateQuestion, signQuestion }.OfType<BankQuestion>().ToList();
        if (questions.Count > 0)
        {
            throw new OpenQuestionException(questions);
        }

        _order = order ?? throw new UnreadableFileException("The dates are not all written in one order.", data[0].At);
        _sign = sign ?? '.';
        _isInverse = choices.Answer("sign") == "inverse";
        var debits = data.Select(row => row.Amount(columns.First(ColumnRole.Debit))).OfType<AmountText>().Where(amount => amount.Figures.AsSpan().IndexOfAnyInRange('1', '9') >= 0).ToList();
        _debitsAreNegative = debits.Count > 0 && debits.TrueForAll(amount => amount.IsNegative);
    }

    public void Take(TableRow row)
    {
        var date = row[_columns.First(ColumnRole.BookedOn)];
        var booked = DateText.Read(date, _order);
        var statement = StatementOf(row);
        if (booked is null && !HasAmount(row))
        {
            statement.Statement.Find(BankFindingKind.LeftOut, $"The row has neither date nor amount: “{Short(row)}”.", row.At);
            return;
        }

        if (booked is null && Total().IsMatch(string.Join(' ', row.Cells)))
        {
            statement.Statement.Find(BankFindingKind.LeftOut, $"A total, no movement: “{Short(row)}”.", row.At);
            return;
        }

        var currency = Currency(row);
        if (booked is null || Amount(row, currency, statement.Statement) is not { } minor)
        {
            statement.Statement.NotRead($"The row has no {(booked is null ? "date" : "amount")}: “{Short(row)}”.", row.At);
            return;
        }

        var entry = TableEntry.Of(row, _columns, booked.Value, DateText.Read(row[_columns.First(ColumnRole.ValueOn)], _order), minor, currency);
        var fee = Minor(row, _columns.First(ColumnRole.Fee), currency, statement.Statement);
        entry = fee is { } taken && taken != 0 ? entry with { Charges = [new BankCharge(taken, currency, null, null)] } : entry;
        var original = Minor(row, _columns.First(ColumnRole.OriginalAmount), row[_columns.First(ColumnRole.OriginalCurrency)] is { Length: 3 } foreign ? foreign : currency, statement.Statement);
        entry = original is { } sent && sent != 0 && (sent != minor || Foreign(row) is not null) ? entry with { Original = new BankOriginal(sent, Foreign(row), null) } : entry;
        statement.Statement.Add(entry);
        statement.Rows.Add((entry, Minor(row, _columns.First(ColumnRole.Balance), currency, statement.Statement)));
    }

    public IReadOnlyList<StatementBuilder> End(IReadOnlyList<TableRow> preamble)
    {
        var text = string.Join('\n', preamble.SelectMany(row => row.Cells));
        foreach (var (statement, rows) in _accounts.Values)
        {
            statement.Account ??= AccountLine().Match(text) is { Success: true } match ? match.Groups["account"].Value : Iban().Match(text) is { Success: true } iban ? iban.Value : null;
            statement.From = statement.Entries.Min(entry => entry.BookedOn);
            statement.To = statement.Entries.Max(entry => entry.BookedOn);
            statement.Currency ??= statement.Entries.Select(entry => entry.Currency).Distinct().Take(2).ToList() is [var only] ? only : _currency;
            if (_assumed is not null)
            {
                statement.Find(BankFindingKind.Assumed, _assumed, statement.At);
            }

            AddBalances(statement, rows);
        }

        return [.. _accounts.Values.Select(account => account.Statement)];
    }

    // The balance column gives opening and closing; where it does not add up, the first row that breaks it is named.
    private static void AddBalances(StatementBuilder statement, List<(BankEntry Entry, long? Balance)> rows)
    {
        if (rows.Count == 0 || rows.Exists(row => row.Balance is null))
        {
            return;
        }

        var amounts = rows.ConvertAll(row => row.Entry.AmountMinor);
        var balances = rows.ConvertAll(row => row.Balance!.Value);
        var steps = rows.Count == 1 ? true : RunningBalance.Steps(amounts, balances);
        var isDown = steps ?? rows[0].Entry.BookedOn <= rows[^1].Entry.BookedOn;
        var (first, last) = isDown ? (0, rows.Count - 1) : (rows.Count - 1, 0);
        statement.Opening = new BankBalance("before the first row", balances[first] - amounts[first], rows[first].Entry.Currency, rows[first].Entry.BookedOn, rows[first].Entry.At);
        statement.Closing = new BankBalance("last row", balances[last], rows[last].Entry.Currency, rows[last].Entry.BookedOn, rows[last].Entry.At);
        statement.AddBalance(statement.Opening);
        statement.AddBalance(statement.Closing);
        if (steps is null && balances[last] == balances[first] - amounts[first] + amounts.Aggregate((Int128)0, (sum, amount) => sum + amount))
        {
            statement.Find(BankFindingKind.SumDifference, "The running balance does not follow the rows, though first and last agree.", rows[first].Entry.At);
        }
    }

    private (StatementBuilder Statement, List<(BankEntry Entry, long? Balance)> Rows) StatementOf(TableRow row)
    {
        var account = row[_columns.First(ColumnRole.OwnAccount)];
        if (account.Length == 0 && _accounts.Count > 0)
        {
            return _accounts.First().Value;
        }

        if (!_accounts.TryGetValue(account, out var found))
        {
            var statement = new StatementBuilder(_format, _source, row.At) { Account = account.Length > 0 ? account : null };
            _accounts[account] = found = (statement, []);
        }

        return found;
    }

    private string? Foreign(TableRow row) => Domain.Currency.Find(row[_columns.First(ColumnRole.OriginalCurrency)]);

    private bool HasAmount(TableRow row) =>
        new[] { ColumnRole.Amount, ColumnRole.Debit, ColumnRole.Credit }.Any(role => row.Amount(_columns.First(role)) is not null);

    private string? Currency(TableRow row) =>
        Domain.Currency.Find(row[_columns.First(ColumnRole.Currency)])
        ?? Domain.Currency.Find(row.Amount(_columns.First(ColumnRole.Amount))?.Mark)
        ?? (row.Amount(_columns.First(ColumnRole.Amount)) ?? row.Amount(_columns.First(ColumnRole.Credit)) ?? row.Amount(_columns.First(ColumnRole.Debit)))?.Mark switch { "€" => "EUR", "£" => "GBP", _ => _currency };

    private long? Amount(TableRow row, string? currency, StatementBuilder statement)
    {
        var whole = Minor(row, _columns.First(ColumnRole.Amount), currency, statement);
        if (whole is { } amount)
        {
            var side = row[_columns.First(ColumnRole.Side)];
            var signed = side.Length == 0 ? amount : TableColumns.IsDebit(side) ? -Math.Abs(amount) : Math.Abs(amount);
            return _isInverse ? -signed : signed;
        }

        var debit = Minor(row, _columns.First(ColumnRole.Debit), currency, statement);
        var credit = Minor(row, _columns.First(ColumnRole.Credit), currency, statement);
        return debit is null && credit is null ? null : (credit ?? 0) + (_debitsAreNegative ? debit ?? 0 : -(debit ?? 0));
    }

    private long? Minor(TableRow row, int column, string? currency, StatementBuilder statement) =>
        row.Amount(column) is { } amount && amount.Plain(row.IsNumber(column) ? '.' : _sign) is { } plain
            ? statement.Minor((amount.IsNegative ? "-" : "") + plain, '.', currency, row.At)
            : null;

    private static string Short(TableRow row)
    {
        var text = string.Join(" | ", row.Cells.Where(cell => cell.Length > 0));
        return text.Length > 80 ? text[..80] + "…" : text;
    }

    [GeneratedRegex(@"(?i)\b(?:total|totals|summe|gesamt|saldo|balance|kontostand|solde|totaal|totale)\b")]
    private static partial Regex Total();

    [GeneratedRegex(@"(?i)\b(?:account number|account no|account|iban|kontonummer|konto|rekening|compte)\s*[:=]?\s*(?<account>[A-Z]{0,2}\d[A-Z0-9]{4,33})\b")]
    private static partial Regex AccountLine();

    [GeneratedRegex(@"\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b")]
    private static partial Regex DateAbove();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b")]
    private static partial Regex Iban();
}
