using PaymentsApp.Banking;

namespace PaymentsApp.BankDesk;

/// <summary>What the payer said, in one text: each part of the file on a line of its own.</summary>
internal static class BankLineText
{
    private const string NoId = "NOTPROVIDED";

    public static string Of(BankEntry entry)
    {
        var lines = new List<string>();
        Add(entry.RemittanceParts.Count > 0 ? entry.RemittanceParts : [entry.RemittanceText]);
        Add(entry.Documents.Select(document => document.Number));
        Add(entry.References.Select(reference => reference.Value));
        Add([entry.CustomerReference, entry.EndToEndId, entry.UltimatePayer]);
        if (lines.Count == 0)
        {
            Add([entry.BankText]); // some banks put the payer's words where their own belong
        }

        return string.Join('\n', lines);

        void Add(IEnumerable<string?> texts)
        {
            foreach (var text in texts)
            {
                if (!string.IsNullOrWhiteSpace(text) && text != NoId && !lines.Exists(line => line.Contains(text.Trim(), StringComparison.Ordinal)))
                {
                    lines.Add(text.Trim());
                }
            }
        }
    }
}
