using System.Buffers;

namespace PaymentsApp.Domain;

/// <summary>Text in files that are opened in a spreadsheet: what would be taken for a formula gets an apostrophe in front (OWASP, CSV injection).</summary>
public static class SpreadsheetText
{
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.,' \u00a0");

    public static string Escaped(string cell)
    {
        var isFormula = cell is ['=' or '@' or '\t' or '\r', ..] || (cell is ['+' or '-', ..] && !IsSignedNumber(cell));
        return isFormula ? "'" + cell : cell;
    }

    /// <summary>Takes the apostrophe off again when the file comes back.</summary>
    public static string Unescaped(string cell) =>
        cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;

    private static bool IsSignedNumber(string cell) => !cell.AsSpan(1).ContainsAnyExcept(NumberSigns);
}
