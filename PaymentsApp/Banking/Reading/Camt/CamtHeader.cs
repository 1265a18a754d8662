namespace PaymentsApp.Banking.Reading.Camt;

/// <summary>What a camt message says about account, period and balances.</summary>
internal static class CamtHeader
{
    // First found is taken. Interim balances only where there is no end of day, as in a camt.052.
    private static readonly string[] OpeningCodes = ["OPBD", "PRCD"];
    private static readonly string[] ClosingCodes = ["CLBD", "ITBD"];

    public static void Apply(XmlItem header, XmlItem? group, StatementBuilder statement)
    {
        var account = header.Child("Acct");
        statement.StatementId = header.Value("Id");
        statement.Number = header.Value("ElctrncSeqNb", "LglSeqNb");
        statement.Page = header.Value("StmtPgntn/PgNb", "RptPgntn/PgNb", "NtfctnPgntn/PgNb") ?? group?.Value("MsgPgntn/PgNb");
        statement.CreatedAt = header.Value("CreDtTm") ?? group?.Value("CreDtTm");
        statement.Account = account?.Value("Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/PrtryAcct/Id", "Id/UPIC");
        statement.AccountOwner = account?.Value("Ownr/Nm", "Ownr/Pty/Nm", "Nm");
        statement.Bank = account?.Value("Svcr/FinInstnId/BICFI", "Svcr/FinInstnId/BIC", "Svcr/FinInstnId/ClrSysMmbId/MmbId", "Svcr/FinInstnId/Othr/Id");
        statement.From = IsoDate.Read(header.Value("FrToDt/FrDtTm", "FrToDt/FrDt"));
        statement.To = IsoDate.Read(header.Value("FrToDt/ToDtTm", "FrToDt/ToDt"));
        statement.Currency = account?.Value("Ccy");
        foreach (var item in header.All("Bal"))
        {
            AddBalance(item, statement);
        }

        var balances = statement.Balances;
        statement.Opening = Pick(balances, OpeningCodes, last: false);
        statement.Closing = Pick(balances, ClosingCodes, last: true);
        statement.Currency ??= statement.Opening?.Currency ?? statement.Closing?.Currency
            ?? (statement.Entries.Count > 0 ? statement.Entries[0].Currency : null);
    }

    private static BankBalance? Pick(IReadOnlyList<BankBalance> balances, string[] codes, bool last)
    {
        foreach (var code in codes)
        {
            var found = balances.Where(balance => balance.Kind == code);
            if ((last ? found.LastOrDefault() : found.FirstOrDefault()) is { } balance)
            {
                return balance;
            }
        }

        return null;
    }

    private static void AddBalance(XmlItem item, StatementBuilder statement)
    {
        var at = statement.Source.At(item.Index);
        var kind = item.Value("Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry", "Tp/Cd", "Tp/Prtry") ?? "";
        if (item.Child("Amt") is not { } amount || statement.Minor(amount.Text, '.', amount.Currency ?? statement.Currency, at) is not { } minor)
        {
            statement.Find(BankFindingKind.ValueUnreadable, $"The amount “{item.Value("Amt")}” of the balance {kind} is not a number.", at);
            return;
        }

        var side = item.Value("CdtDbtInd");
        if (side is not ("CRDT" or "DBIT"))
        {
            statement.Find(BankFindingKind.ValueUnreadable, $"The balance {kind} says neither credit nor debit; it is taken as written.", at);
        }

        var on = IsoDate.Read(item.Value("Dt/Dt", "Dt/DtTm", "Dt"));
        statement.AddBalance(new BankBalance(kind, side == "DBIT" ? -minor : minor, amount.Currency ?? statement.Currency, on, at));
    }
}
