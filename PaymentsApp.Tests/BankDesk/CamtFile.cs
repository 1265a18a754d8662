using System.Globalization;
using System.Text;

namespace PaymentsApp.Tests.BankDesk;

/// <summary>A camt.053 with opening and closing balance that a test puts together, in dollars.</summary>
internal sealed class CamtFile(string id = "STMT-1", string account = "US00BANK0000006789")
{
    private readonly List<string> _entries = [];
    private decimal _sum;

    /// <summary>Money that came in, or with a minus that went out.</summary>
    public CamtFile Entry(decimal dollars, string payer, string text, string payerAccount = "", string bankId = "", string endToEndId = "", string day = "2026-03-02", bool isReturn = false)
    {
        _sum += dollars;
        var side = dollars < 0 ? "Cdtr" : "Dbtr";
        var amount = Math.Abs(dollars).ToString("0.00", CultureInfo.InvariantCulture);
        var returned = isReturn ? "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>" : "";
        _entries.Add($"""
            <Ntry><Amt Ccy="USD">{amount}</Amt><CdtDbtInd>{(dollars < 0 ? "DBIT" : "CRDT")}</CdtDbtInd>{(isReturn ? "<RvslInd>true</RvslInd>" : "")}<Sts>BOOK</Sts>
            <BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt><AcctSvcrRef>{(bankId.Length > 0 ? bankId : $"{id}-{_entries.Count + 1}")}</AcctSvcrRef>
            <NtryDtls><TxDtls><Refs>{(endToEndId.Length > 0 ? $"<EndToEndId>{endToEndId}</EndToEndId>" : "")}</Refs><Amt Ccy="USD">{amount}</Amt>
            <RltdPties><{side}><Nm>{payer}</Nm></{side}>{(payerAccount.Length > 0 ? $"<{side}Acct><Id><IBAN>{payerAccount}</IBAN></Id></{side}Acct>" : "")}</RltdPties>
            <RmtInf><Ustrd>{text}</Ustrd></RmtInf>{returned}</TxDtls></NtryDtls></Ntry>
            """);
        return this;
    }

    /// <param name="missing">What the closing balance lacks: then the statement does not add up.</param>
    public byte[] Bytes(decimal missing = 0) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>{id}</MsgId><CreDtTm>2026-03-02T08:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>{id}</Id><CreDtTm>2026-03-02T08:00:00</CreDtTm><Acct><Id><Othr><Id>{account}</Id></Othr></Id><Ccy>USD</Ccy></Acct>
        <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="USD">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-01</Dt></Dt></Bal>
        <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="USD">{(1000 + _sum - missing).ToString("0.00", CultureInfo.InvariantCulture)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>
        {string.Join('\n', _entries)}</Stmt></BkToCstmrStmt></Document>
        """);
}
