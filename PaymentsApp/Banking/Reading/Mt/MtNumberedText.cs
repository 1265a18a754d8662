namespace PaymentsApp.Banking.Reading.Mt;

/// <summary>The field :NS: of some German and Hungarian banks: each line begins with two figures that say what it is.</summary>
internal static class MtNumberedText
{
    public static BankEntry Fill(BankEntry entry, IReadOnlyList<MtField> fields)
    {
        var texts = new List<string>();
        var (name, account, bank, booking) = ("", "", "", "");
        foreach (var line in fields.SelectMany(field => field.Lines))
        {
            var text = line.Length > 2 ? line[2..] : "";
            switch (line.Length >= 2 ? line[..2] : "")
            {
                case var code when string.CompareOrdinal(code, "01") >= 0 && string.CompareOrdinal(code, "14") <= 0 && char.IsAsciiDigit(code[0]):
                    texts.Add(text.TrimEnd());
                    break;
                case "15" or "16":
                    name += text;
                    break;
                case "17":
                    booking = text.Trim();
                    break;
                case "33":
                    bank = text.Trim();
                    break;
                case "34":
                    account = text.Trim();
                    break;
            }
        }

        return entry with
        {
            RemittanceText = MtText.Join(texts),
            RemittanceParts = texts,
            PayerName = Some(name.Trim()),
            PayerAccount = Some(account),
            PayerBank = Some(bank),
            BankText = Some(booking) ?? entry.BankText,
        };
    }

    private static string? Some(string text) => text.Length > 0 ? text : null;
}
