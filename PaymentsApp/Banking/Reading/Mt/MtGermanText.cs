using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Mt;

/// <summary>
/// <c>166?00GUTSCHRIFT?20EREF+4711?21SVWZ+Rechnung 12?30BANKDEFF?31DE02...?32Name</c>: a business code, then subfields of at
/// most 27 letters. Within the purpose (20 to 29, 60 to 63) SEPA sets its own marks.
/// </summary>
internal static partial class MtGermanText
{
    private const int SubfieldLength = 27;

    public static BankEntry Fill(BankEntry entry, string text, char mark, string code)
    {
        var purpose = new List<string>();
        var (name, account, bank, booking) = ("", "", "", "");
        foreach (var (subfield, value) in Subfields(text, mark))
        {
            switch (subfield)
            {
                case 0:
                    booking = value.Trim();
                    break;
                case >= 20 and <= 29 or >= 60 and <= 63:
                    purpose.Add(value);
                    break;
                case 30:
                    bank = value.Trim();
                    break;
                case 31:
                    account = value.Trim();
                    break;
                case 32 or 33:
                    name += value;
                    break;
            }
        }

        var marks = Marks(purpose);
        var reference = Given(marks, "KREF");
        return entry with
        {
            TransactionCode = entry.TransactionCode is null ? code : $"{entry.TransactionCode}-{code}",
            BankText = booking.Length > 0 ? booking : entry.BankText,
            PayerName = Some(name.Trim()) ?? entry.PayerName,
            PayerAccount = Some(account) ?? Given(marks, "IBAN"),
            PayerBank = Some(bank) ?? Given(marks, "BIC"),
            UltimatePayer = Given(marks, "ABWA") ?? Given(marks, "ABWE"),
            PayerId = Given(marks, "DEBT"),
            EndToEndId = Given(marks, "EREF"),
            MandateId = Given(marks, "MREF"),
            CustomerReference = entry.CustomerReference ?? reference,
            ReturnReason = ReturnCode(marks, code),
            RemittanceText = marks.TryGetValue("SVWZ", out var svwz) ? svwz : marks.GetValueOrDefault("", ""),
            RemittanceParts = purpose,
            Charges = entry.Charges,
        };
    }

    // Only the marks of the standard part subfields; "?" in a text does not.
    private static IEnumerable<(int Code, string Value)> Subfields(string text, char mark)
    {
        var starts = new List<int>();
        for (var i = 3; i + 2 < text.Length; i++)
        {
            if (text[i] == mark && IsCode(text.AsSpan(i + 1, 2)))
            {
                starts.Add(i);
            }
        }

        for (var i = 0; i < starts.Count; i++)
        {
            var from = starts[i] + 3;
            var to = i + 1 < starts.Count ? starts[i + 1] : text.Length;
            yield return (((text[starts[i] + 1] - '0') * 10) + text[starts[i] + 2] - '0', text[from..to]);
        }
    }

    private static bool IsCode(ReadOnlySpan<char> code) => code switch
    {
        ['0', '0'] or ['1', '0'] or ['2', >= '0' and <= '9'] or ['3', >= '0' and <= '5'] or ['6', >= '0' and <= '3'] or ['7', '0' or '1'] => true,
        _ => false,
    };

    // The purpose as one text, and where a mark may begin: with a subfield, or after a blank.
    private static Dictionary<string, string> Marks(List<string> purpose)
    {
        var starts = new HashSet<int>();
        var text = "";
        for (var i = 0; i < purpose.Count; i++)
        {
            var isFull = i == 0 || purpose[i - 1].Length >= SubfieldLength || text.EndsWith(' ') || purpose[i].StartsWith(' ');
            text += isFull ? "" : " ";
            starts.Add(text.Length);
            text += purpose[i];
        }

        var marks = new Dictionary<string, string>();
        var (open, from) = ("", 0);
        foreach (Match match in Mark().Matches(text))
        {
            if (starts.Contains(match.Index) || text[match.Index - 1] == ' ')
            {
                Keep(marks, open, text[from..match.Index]);
                (open, from) = (match.Groups["name"].Value, match.Index + match.Length);
            }
        }

        Keep(marks, open, text[from..]);
        return marks;
    }

    private static void Keep(Dictionary<string, string> marks, string name, string value)
    {
        // Ids are written without blanks: one that stands in it comes from the wrap.
        value = name is "IBAN" or "BIC" or "MREF" or "CRED" ? value.Replace(" ", "", StringComparison.Ordinal) : value.Trim();
        if (value.Length > 0)
        {
            marks.TryAdd(name, value);
        }
    }

    // Codes 108, 109 and 159 of the German banks are returns.
    private static string? ReturnCode(Dictionary<string, string> marks, string code) =>
        Given(marks, "RTRN") ?? (code is "108" or "109" or "159" && marks.TryGetValue("SVWZ", out var text) && Reason().Match(text) is { Success: true } reason
            ? reason.Value
            : null);

    private static string? Given(Dictionary<string, string> marks, string name) => MtEntryLine.Given(marks.GetValueOrDefault(name));

    private static string? Some(string text) => text.Length > 0 ? text : null;

    [GeneratedRegex(@"(?<name>EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|RTRN)\+")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\b(?:AC|AM|AG|BE|CNOR|DNOR|ED|FF|MD|MS|RC|RR|SL)\d{2}\b")]
    private static partial Regex Reason();
}
