namespace PaymentsApp.Banking.Reading.Table;

/// <summary>A column that adds up the amounts: a free check of sign, order and completeness.</summary>
internal static class RunningBalance
{
    /// <summary>True when one column adds up the other, from above or from below, with at least one step.</summary>
    public static bool Fits(IReadOnlyList<TableRow> rows, int amountColumn, int balanceColumn)
    {
        if (rows.Count < 2)
        {
            return false;
        }

        foreach (var sign in new[] { '.', ',' })
        {
            var amounts = rows.Select(row => Exact(row, amountColumn, sign)).ToList();
            var balances = rows.Select(row => Exact(row, balanceColumn, sign)).ToList();
            if (amounts.TrueForAll(amount => amount is not null) && balances.TrueForAll(balance => balance is not null)
                && amounts.Exists(amount => amount != 0)
                && Steps(amounts.ConvertAll(amount => amount!.Value), balances.ConvertAll(balance => balance!.Value)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True: oldest first; false: newest first; null: the balances do not add up the amounts.</summary>
    public static bool? Steps(IReadOnlyList<long> amounts, IReadOnlyList<long> balances)
    {
        var down = Enumerable.Range(1, amounts.Count - 1).All(i => balances[i] == balances[i - 1] + amounts[i]);
        var up = Enumerable.Range(1, amounts.Count - 1).All(i => balances[i - 1] == balances[i] + amounts[i - 1]);
        return down ? true : up ? false : null;
    }

    private static long? Exact(TableRow row, int column, char sign) =>
        row.Amount(column) is { } amount
        && amount.Plain(row.IsNumber(column) ? '.' : sign) is { } plain
        && ExactAmount.TryRead(plain, '.', out var exact)
        && exact.TryMinor(4, out var minor, out var isExact)
        && isExact
            ? amount.IsNegative ? -minor : minor
            : null;
}
