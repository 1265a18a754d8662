using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Mt;

/// <summary>
/// Words between slashes, as Dutch and many other banks write: <c>/TRTP/SEPA OVERBOEKING/IBAN/NL.../NAME/X/REMI/text/EREF/id</c>,
/// or <c>/EREF/id//CNTP/iban/bic/name///REMI/USTD//text/</c>.
/// </summary>
internal static partial class MtSlashText
{
    public const string Keys =
        "TRTP|IBAN|BIC|NAME|REMI|EREF|CSID|MARF|RTRN|CNTP|PREF|SVCL|ORDP|BENM|PURP|ISDT|ULTD|ULTB|ULTC|TRCD|OCMT|CHGS|EXCH|IREF|ADDR|ID|KREF|MREF|OGB|VA|SUM|FX|BO|TYPE|ACC|SBNK|BBNK";

    public static BankEntry Fill(BankEntry entry, List<string> parts, MtEntryLine line)
    {
        var text = string.Concat(parts);
        var words = Words(text);
        var party = Party(words);
        var (remittance, structured) = Remittance(words);
        var (charges, original) = (MtCharges.Charges(words.GetValueOrDefault("CHGS")), MtCharges.Original(words.GetValueOrDefault("OCMT"), entry.AmountMinor));
        return entry with
        {
            PayerName = words.GetValueOrDefault("NAME") ?? party.Name ?? entry.PayerName,
            PayerAccount = words.GetValueOrDefault("IBAN") ?? party.Account ?? Account(line.Supplement),
            PayerBank = words.GetValueOrDefault("BIC") ?? party.Bank,
            UltimatePayer = words.GetValueOrDefault("ULTD") ?? words.GetValueOrDefault("ULTB") ?? words.GetValueOrDefault("ULTC"),
            EndToEndId = MtEntryLine.Given(words.GetValueOrDefault("EREF")),
            MandateId = MtEntryLine.Given(words.GetValueOrDefault("MARF") ?? words.GetValueOrDefault("MREF")),
            CustomerReference = entry.CustomerReference ?? MtEntryLine.Given(words.GetValueOrDefault("PREF") ?? words.GetValueOrDefault("KREF")),
            IsReversal = entry.IsReversal || words.ContainsKey("RTRN"),
            ReturnReason = words.GetValueOrDefault("RTRN"),
            BankText = words.GetValueOrDefault("TRTP") ?? entry.BankText,
            RemittanceText = remittance ?? (words.Count == 0 || party.Further is not null ? party.Further ?? MtText.Join(parts) : ""),
            RemittanceParts = [.. parts.Where(part => part.Trim().Length > 0)],
            References = structured is null ? [] : [new BankReference("STRD", structured, CheckDigits.Judge("", structured))],
            Charges = charges,
            Original = original,
        };
    }

    // A key begins the text, a line that began with a slash, or follows the value before: "…/NAME/X/REMI/…".
    private static Dictionary<string, string> Words(string text)
    {
        var words = new Dictionary<string, string>();
        var (open, from) = ("", 0);
        foreach (Match match in Key().Matches(text))
        {
            if (match.Index < from)
            {
                continue;
            }

            Keep(words, open, text[from..match.Index]);
            (open, from) = (match.Groups["key"].Value, match.Index + match.Length);
        }

        Keep(words, open, text[from..]);
        return words;
    }

    private static void Keep(Dictionary<string, string> words, string key, string value)
    {
        value = key is "REMI" or "CNTP" or "ORDP" or "BENM" ? value.Trim() : value.Trim().Trim('/').Trim();
        if (key.Length > 0 && value.Trim('/').Trim().Length > 0)
        {
            words.TryAdd(key, key is "IBAN" or "BIC" ? value.Replace(" ", "", StringComparison.Ordinal) : value);
        }
    }

    // CNTP: account/bank/name/city. ORDP and BENM: account, name, text; or empty where /NAME/ follows.
    private static (string? Account, string? Bank, string? Name, string? Further) Party(Dictionary<string, string> words)
    {
        if (words.TryGetValue("CNTP", out var counterparty))
        {
            var pieces = counterparty.Split('/');
            return (At(pieces, 0), At(pieces, 1), At(pieces, 2), null);
        }

        if ((words.GetValueOrDefault("ORDP") ?? words.GetValueOrDefault("BENM")) is not { } party || words.ContainsKey("NAME"))
        {
            return default;
        }

        var parts = party.Trim('/').Split('/', 3);
        return Account(parts[0]) is { } account
            ? (account, null, At(parts, 1), At(parts, 2))
            : (null, null, At(parts, 0), parts.Length > 1 ? string.Join('/', parts[1..]) : null);
    }

    // "USTD//text/", "STRD/CUR/9001123412341234/", or just text.
    private static (string? Text, string? Structured) Remittance(Dictionary<string, string> words)
    {
        if (!words.TryGetValue("REMI", out var value))
        {
            return (null, null);
        }

        if (Structured().Match(value) is { Success: true } match)
        {
            var reference = match.Groups["reference"].Value.Trim('/').Trim();
            return (reference, reference);
        }

        var text = value.StartsWith("USTD//", StringComparison.Ordinal) ? value[6..] : value;
        return (text.Trim().Trim('/').Trim(), null);
    }

    private static string? At(string[] parts, int index) => parts.Length > index && parts[index].Trim() is { Length: > 0 } part ? part : null;

    private static string? Account(string? text) =>
        text?.Trim() is { Length: >= 5 and <= 34 } account && account.All(char.IsAsciiLetterOrDigit) && account.Count(char.IsAsciiDigit) >= 5 ? account : null;

    [GeneratedRegex("/(?<key>" + Keys + ")/")]
    private static partial Regex Key();

    [GeneratedRegex("^STRD/(?<type>[A-Z]{3})/(?<reference>.+)$")]
    private static partial Regex Structured();
}
