namespace PaymentsApp.Banking.Reading.Camt;

/// <summary>Invoices and credit notes that a payment names in its structured remittance.</summary>
internal static class CamtDocuments
{
    public static IReadOnlyList<BankDocument> Read(XmlItem detail, BankEntry entry, StatementBuilder statement)
    {
        var documents = new List<BankDocument>();
        foreach (var part in detail.Child("RmtInf")?.All("Strd") ?? [])
        {
            var amounts = part.Child("RfrdDocAmt");
            foreach (var document in part.All("RfrdDocInf"))
            {
                var type = document.Value("Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry", "RfrdDocTp/Cd") ?? "";
                if (document.Value("Nb", "RfrdDocNb") is { } number)
                {
                    documents.Add(new BankDocument(
                        type,
                        number,
                        IsoDate.Read(document.Value("RltdDt/Dt", "RltdDt")),
                        Paid(type, amounts?.Child("RmtdAmt"), entry, statement) ?? -Paid(type, amounts?.Child("CdtNoteAmt"), entry, statement),
                        Paid(type, amounts?.Child("DuePyblAmt"), entry, statement),
                        Paid("", amounts?.Find("DscntApldAmt/Amt") ?? amounts?.Child("DscntApldAmt"), entry, statement),
                        part.Value("AddtlRmtInf")));
                }
            }
        }

        return documents;
    }

    private static long? Paid(string type, XmlItem? amount, BankEntry entry, StatementBuilder statement) =>
        amount is null || amount.Text.Length == 0 || (amount.Currency ?? entry.Currency) != entry.Currency
            ? null
            : statement.Minor(amount.Text, '.', entry.Currency, statement.Source.At(amount.Index)) is { } minor
                ? type == "CREN" ? -minor : minor
                : null;
}
