namespace PaymentsApp.Banking.Reading.Table;

/// <summary>Makes an entry of a row.</summary>
internal static class TableEntry
{
    public static BankEntry Of(TableRow row, TableColumns columns, DateOnly booked, DateOnly? value, long minor, string? currency)
    {
        var texts = columns.All(ColumnRole.Text).Select(column => row[column]).Where(text => text.Length > 0).Distinct().ToList();
        return new BankEntry
        {
            BookedOn = booked,
            ValueOn = value,
            AmountMinor = minor,
            Currency = currency,
            TransactionCode = Cell(ColumnRole.Kind),
            PayerName = Cell(ColumnRole.PayerName),
            PayerAccount = Cell(ColumnRole.PayerAccount),
            PayerBank = Cell(ColumnRole.PayerBank),
            EndToEndId = Cell(ColumnRole.EndToEndId) is { } id && id is not ("NOTPROVIDED" or "NONREF") ? id : null,
            MandateId = Cell(ColumnRole.MandateId),
            BankId = Cell(ColumnRole.BankId),
            CustomerReference = Cell(ColumnRole.Reference),
            CheckNumber = Cell(ColumnRole.CheckNumber),
            RemittanceText = string.Join(' ', texts),
            RemittanceParts = [.. texts],
            At = row.At,
        };

        string? Cell(ColumnRole role) => row[columns.First(role)] is { Length: > 0 } text ? text : null;
    }
}
