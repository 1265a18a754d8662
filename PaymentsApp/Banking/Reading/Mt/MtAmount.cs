namespace PaymentsApp.Banking.Reading.Mt;

/// <summary>Amounts of SWIFT messages: a comma before the decimals, even without decimals; what banks make of it besides.</summary>
internal static class MtAmount
{
    /// <summary>"1234,", ",5", "1.234,56", "000000000300.00", "1.234": as plain text with a point, or null.</summary>
    /// <param name="text">The amount.</param>
    /// <param name="usesComma">True when amounts of the file have a decimal comma, so that a lone point sets off thousands.</param>
    public static string? Plain(string text, bool usesComma)
    {
        var comma = text.LastIndexOf(',');
        var point = text.LastIndexOf('.');
        if (comma >= 0 && point >= 0)
        {
            return comma > point ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : text.Replace(",", "", StringComparison.Ordinal);
        }

        if (comma >= 0)
        {
            return text.IndexOf(',') == comma ? text.Replace(',', '.') : null;
        }

        var isThousands = point >= 0 && text.Length - point == 4 && (usesComma || text.IndexOf('.') != point);
        return isThousands ? text.Replace(".", "", StringComparison.Ordinal) : text;
    }
}
