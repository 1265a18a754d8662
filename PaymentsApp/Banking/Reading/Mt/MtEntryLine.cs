using System.Text.RegularExpressions;

namespace PaymentsApp.Banking.Reading.Mt;

/// <summary>
/// The field :61:, for example <c>1402200220C1,56NTRFEREF//00000000001005</c>: value date, entry date (or blanks), debit or
/// credit, third letter of the currency, amount, kind, reference for the account owner, "//" and the bank's reference,
/// on the next line what the bank adds.
/// </summary>
internal sealed partial record MtEntryLine(
    string ValueOn, string? EntryOn, string Mark, string Amount, int AmountIndex, string? Kind, string? OwnerReference, string? BankReference, string? Supplement, string? Name)
{
    public static MtEntryLine? Read(MtField field)
    {
        var lines = field.Lines;
        var first = lines[0].TrimEnd();
        var rest = 1;

        // Some banks break the line before the amount.
        if (lines.Count > 1 && BrokenOff().IsMatch(first))
        {
            first += lines[1].TrimEnd();
            rest = 2;
        }

        var match = Line().Match(first);
        if (!match.Success)
        {
            return null;
        }

        var (owner, bank, name) = References(match.Groups["rest"].Value);
        var further = lines.Skip(rest).Where(line => line.Trim().Length > 0).ToList();

        // The bank's reference runs on when a line comes between it and the structured supplement: "//00000000001" "005" "/TRCD/00100/".
        if (bank is { Length: < 16 } && further.Count > 1 && further[1].StartsWith('/') && further[0].Length + bank.Length <= 16 && !further[0].StartsWith('/'))
        {
            bank += further[0].Trim();
            further.RemoveAt(0);
        }

        return new MtEntryLine(
            match.Groups["value"].Value,
            match.Groups["entry"].Value.Trim() is { Length: 4 } entry ? entry : null,
            match.Groups["mark"].Value,
            match.Groups["amount"].Value,
            field.TextIndex + match.Groups["amount"].Index,
            match.Groups["kind"].Success ? match.Groups["kind"].Value : null,
            Given(owner),
            Given(bank),
            further.Count > 0 ? string.Concat(further).Trim() : null,
            name);
    }

    public static string? Given(string? reference) =>
        reference?.Trim() is { Length: > 0 } text && text is not ("NONREF" or "NOTPROVIDED" or "NOTAVAIL" or "EREF" or "PREF" or "KREF" or "KREF+" or "EREF+") ? text : null;

    private static (string? Owner, string? Bank, string? Name) References(string rest)
    {
        rest = rest.TrimEnd();
        var slashes = rest.IndexOf("//", StringComparison.Ordinal);
        if (slashes >= 0)
        {
            return (rest[..slashes], rest[(slashes + 2)..], null);
        }

        // Rabobank of old: 16 letters of reference or account, then the name: "1173113681      ROBECO".
        return rest.Length > 16 && rest[15] == ' ' && rest[16] != ' ' ? (rest[..16], null, rest[16..].Trim()) : (rest, null, null);
    }

    [GeneratedRegex(@"^(?<value>\d{6})(?<entry>\d{4}|[ ]{4})?(?<mark>R[CD]|E[CD]|[CD])(?<funds>[A-Z])?[ ]?(?<amount>\d[\d.,]*|,\d+)(?:[ ]?(?!NONREF)(?<kind>[NFS][A-Z0-9 ]{3}))?[ ]*(?<rest>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^\d{6}(?:\d{4}|[ ]{4})?(?:R[CD]|E[CD]|[CD])[A-Z]?$")]
    private static partial Regex BrokenOff();
}
