using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Bai;

/// <summary>
/// The record 16: <c>16,165,1500,V,260102,,BANKREF,CUSTREF,TEXT/</c>: type, amount in minor units, how the funds become
/// available (S has three more fields, V two, D a count and pairs), references, then text that may hold anything.
/// </summary>
internal static partial class BaiEntry
{
    /// <returns>The amount for the totals.</returns>
    public static long Add(BaiRecord record, StatementBuilder account, DateOnly? asOf)
    {
        var at = account.Source.At(record.Index);
        var fields = new Cursor(record.Pieces);
        var (typeText, amountText) = (fields.Next(), fields.Next());
        if (Minor(amountText) is not { } amount || !int.TryParse(typeText, NumberStyles.None, CultureInfo.InvariantCulture, out var type) || Sign(type) is not { } sign)
        {
            account.NotRead($"The transaction “16,{record.Pieces[0]}” has no known type or no amount.", at);
            return Minor(amountText) ?? 0;
        }

        account.NoteCurrency(account.Currency, at);
        var valueOn = Funds(fields);
        var (bankReference, customerReference) = (Some(fields.Next()), Some(fields.Next()));
        var parts = fields.Rest();
        var marks = parts.Select(part => Mark().Match(part)).Where(match => match.Success)
            .GroupBy(match => match.Groups["key"].Value).ToDictionary(group => group.Key, group => group.First().Groups["value"].Value.Trim());
        var text = string.Join(' ', parts.Select(part => part.Trim()).Where(part => part.Length > 0));
        var isIn = sign > 0;
        account.Add(new BankEntry
        {
            BookedOn = asOf,
            ValueOn = valueOn ?? asOf,
            AmountMinor = sign * amount,
            Currency = account.Currency,
            IsReversal = type is 257 or 258 or 555 or 557,
            TransactionCode = typeText,
            BankId = bankReference,
            CustomerReference = customerReference,
            PayerName = Some(marks.GetValueOrDefault(isIn ? "DBNM" : "CRNM") ?? "") ?? (Originator().Match(text) is { Success: true } name ? name.Groups["name"].Value.Trim() : null),
            PayerAccount = Some(marks.GetValueOrDefault(isIn ? "DACT" : "CACT") ?? ""),
            PayerBank = Some(marks.GetValueOrDefault(isIn ? "DABA" : "CABA") ?? ""),
            EndToEndId = Some(marks.GetValueOrDefault("EREF") ?? ""),
            CheckNumber = type is 475 or 395 ? customerReference ?? bankReference : null,
            RemittanceText = Some(marks.GetValueOrDefault("REMI") ?? "") ?? text,
            RemittanceParts = [.. parts.Where(part => part.Trim().Length > 0)],
            At = at,
        });
        return amount;
    }

    /// <summary>Whole minor units, with a sign or without.</summary>
    public static long? Minor(string? text) =>
        text is { Length: > 0 and <= 19 } && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor)
        && Math.Abs(minor) < 100_000_000_000_000_000 ? minor : null;

    /// <summary>How many fields follow a funds type.</summary>
    public static int FundsFields(List<string> fields, int at) => (at < fields.Count ? fields[at] : "") switch
    {
        "S" => 3,
        "V" => 2,
        "D" => at + 1 < fields.Count && int.TryParse(fields[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var pairs) ? 1 + (2 * Math.Min(pairs, 100)) : 1,
        _ => 0,
    };

    // 1xx to 399 came in, 4xx to 699 went out; 900 to 919 and 920 to 959 are for the bank's own kinds of both.
    private static int? Sign(int type) => type switch
    {
        >= 100 and <= 399 or >= 900 and <= 919 => 1,
        >= 400 and <= 699 or >= 920 and <= 959 => -1,
        721 => 1,
        720 or 722 or 723 or 724 => -1,
        _ => null,
    };

    private static DateOnly? Funds(Cursor fields)
    {
        switch (fields.Next())
        {
            case "V":
                var on = IsoDate.ReadShort(fields.Next());
                fields.Next();
                return on;
            case "S":
                fields.Next();
                fields.Next();
                fields.Next();
                return null;
            case "D":
                var pairs = int.TryParse(fields.Next(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, 100) : 0;
                for (var i = 0; i < 2 * pairs; i++)
                {
                    fields.Next();
                }

                return null;
            default:
                return null;
        }
    }

    private static string? Some(string text) => text.Trim() is { Length: > 0 } some ? some : null;

    [GeneratedRegex(@"^\s*(?<key>EREF|DBNM|CRNM|REMI|DACT|CACT|DABA|CABA):(?<value>.*)$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\b(?:ORIG CO NAME|ORIG NAME|ORIG|BO1|B/O|BY ORDER OF|ORG)\s*[:=]\s*(?<name>[^:;/,]{2,60}?)(?=\s{2,}|\s+[A-Z][A-Z0-9 ]{1,15}[:=]|[;/,]|$)")]
    private static partial Regex Originator();

    // Fields over several lines: a line's end ends a field; the text begins where the fields are done.
    private sealed class Cursor(List<string> pieces)
    {
        private int _piece;
        private int _at;

        public string Next()
        {
            if (_piece >= pieces.Count)
            {
                return "";
            }

            var piece = pieces[_piece];
            var comma = piece.IndexOf(',', _at);
            var field = comma < 0 ? piece[_at..] : piece[_at..comma];
            (_piece, _at) = comma < 0 || comma + 1 == piece.Length ? (_piece + 1, 0) : (_piece, comma + 1);
            return field.Trim();
        }

        public List<string> Rest() => _piece >= pieces.Count ? [] : [pieces[_piece][_at..], .. pieces.Skip(_piece + 1)];
    }
}
