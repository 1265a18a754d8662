namespace PaymentsApp.Banking.Remittances;

/// <summary>A line of text or a row of a table.</summary>
/// <param name="Number">Where it stands, from 1.</param>
/// <param name="Cells">Its parts, trimmed, none of them empty.</param>
internal sealed record RemittanceRow(int Number, IReadOnlyList<RemittanceCell> Cells)
{
    private static readonly string[] TotalWords =
        ["total", "subtotal", "sum", "summe", "gesamt", "gesamtbetrag", "totale", "totaal", "netto", "net", "balance", "check", "cheque", "payment", "zahlbetrag", "ueberweisung"];

    /// <summary>It says what all lines come to, or what was paid; it names no invoice.</summary>
    public bool IsTotal => Cells.Any(cell => cell.Text.Split([' ', ':', '.', '/'], StringSplitOptions.RemoveEmptyEntries)
        .Any(word => TotalWords.Contains(word, StringComparer.OrdinalIgnoreCase)));
}
