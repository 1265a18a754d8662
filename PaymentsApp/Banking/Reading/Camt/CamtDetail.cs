using System.Text;

namespace PaymentsApp.Banking.Reading.Camt;

/// <summary>What one <c>TxDtls</c> element says about a payment.</summary>
internal static class CamtDetail
{
    /// <summary>Signed like the detail itself; null when it has no amount in the entry's currency.</summary>
    public static long? Amount(XmlItem detail, BankEntry entry, StatementBuilder statement)
    {
        var found = new[] { detail.Child("Amt"), detail.Find("AmtDtls/TxAmt/Amt"), detail.Find("AmtDtls/InstdAmt/Amt") }
            .FirstOrDefault(amount => amount is not null && (amount.Currency ?? entry.Currency) == entry.Currency);
        if (found is null || statement.Minor(found.Text, '.', entry.Currency, statement.Source.At(found.Index)) is not { } minor)
        {
            return null;
        }

        var isDebit = detail.Value("CdtDbtInd") switch { "DBIT" => true, "CRDT" => false, _ => entry.AmountMinor < 0 };
        return isDebit ? -minor : minor;
    }

    public static BankEntry Fill(BankEntry entry, XmlItem detail, StatementBuilder statement)
    {
        // Money that came in has the debtor on the other side, money that went out the creditor. A return turns it
        // around: the parties stay those of the payment that came back.
        var isReturn = detail.Child("RtrInf") is not null || entry.IsReversal;
        var other = entry.AmountMinor >= 0 != isReturn ? "Dbtr" : "Cdtr";
        var parties = detail.Child("RltdPties");
        var ustrd = detail.Child("RmtInf")?.All("Ustrd").Select(part => part.Text).ToList() ?? [];
        var charges = Charges(detail, statement);
        var places = new List<BankValueAt>(entry.ValuesAt);
        Mark(places, BankField.Amount, detail.Child("Amt"), statement.Source);
        Mark(places, BankField.PayerName, parties?.Child(other), statement.Source);
        Mark(places, BankField.PayerAccount, parties?.Child(other + "Acct"), statement.Source);
        Mark(places, BankField.EndToEndId, detail.Find("Refs/EndToEndId"), statement.Source);
        Mark(places, BankField.BankId, detail.Find("Refs/AcctSvcrRef"), statement.Source);
        Mark(places, BankField.RemittanceText, detail.Find("RmtInf/Ustrd"), statement.Source);
        Mark(places, BankField.Reference, detail.Find("RmtInf/Strd/CdtrRefInf/Ref"), statement.Source);
        var text = ustrd.Count > 0 ? Join(ustrd) : ExtraText(detail);
        return entry with
        {
            PayerName = parties?.Value(other + "/Nm", other + "/Pty/Nm", "Ultmt" + other + "/Nm", "Ultmt" + other + "/Pty/Nm"),
            PayerAccount = parties?.Value(other + "Acct/Id/IBAN", other + "Acct/Id/Othr/Id", other + "Acct/Id/BBAN", other + "Acct/Id/PrtryAcct/Id"),
            PayerBank = detail.Child("RltdAgts")?.Value(other + "Agt/FinInstnId/BICFI", other + "Agt/FinInstnId/BIC", other + "Agt/FinInstnId/ClrSysMmbId/MmbId"),
            PayerId = PartyId(parties?.Child(other)),
            UltimatePayer = parties?.Value("Ultmt" + other + "/Nm", "Ultmt" + other + "/Pty/Nm"),
            EndToEndId = Given(detail.Value("Refs/EndToEndId")),
            MandateId = Given(detail.Value("Refs/MndtId")),
            BankId = Given(detail.Value("Refs/AcctSvcrRef")) ?? entry.BankId ?? Given(detail.Value("Refs/TxId")),
            CheckNumber = detail.Value("Refs/ChqNb"),
            IsReversal = entry.IsReversal || detail.Child("RtrInf") is not null,
            ReturnReason = detail.Value("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry"),
            TransactionCode = TransactionCode(detail.Child("BkTxCd")) ?? entry.TransactionCode,
            Charges = charges.Count > 0 ? charges : entry.Charges,
            Original = Original(detail.Child("AmtDtls"), entry.AmountMinor, entry.Currency, statement) ?? entry.Original,
            RemittanceText = text,
            RemittanceParts = ustrd.Count > 0 ? ustrd : text.Length > 0 ? [text] : [],
            References = References(detail),
            Documents = CamtDocuments.Read(detail, entry, statement),
            ValuesAt = places,
        };
    }

    /// <summary>One line for a batch whose payments have no amounts: every text and reference is kept, a name only when all agree.</summary>
    public static BankEntry Joined(BankEntry entry, List<XmlItem> details, StatementBuilder statement)
    {
        var parts = details.ConvertAll(detail => Fill(entry, detail, statement));
        return entry with
        {
            PayerName = Same(parts, part => part.PayerName),
            PayerAccount = Same(parts, part => part.PayerAccount),
            EndToEndId = Same(parts, part => part.EndToEndId),
            MandateId = Same(parts, part => part.MandateId),
            RemittanceText = string.Join('\n', parts.Select(part => part.RemittanceText).Where(text => text.Length > 0)),
            RemittanceParts = [.. parts.SelectMany(part => part.RemittanceParts)],
            References = [.. parts.SelectMany(part => part.References)],
            Documents = [.. parts.SelectMany(part => part.Documents)],
        };
    }

    public static IReadOnlyList<BankCharge> Charges(XmlItem item, StatementBuilder statement)
    {
        var charges = new List<BankCharge>();
        foreach (var chargesOf in item.All("Chrgs"))
        {
            // Up to version .02 a Chrgs element is one charge; later it holds a total and records.
            var records = chargesOf.All("Rcrd").ToList();
            foreach (var record in records.Count > 0 ? records : [chargesOf])
            {
                var amount = record.Child("Amt") ?? record.Child("TtlChrgsAndTaxAmt");
                var at = statement.Source.At(record.Index);
                if (amount is not null && statement.Minor(amount.Text, '.', amount.Currency, at) is { } minor && minor != 0)
                {
                    bool? isIncluded = record.Value("ChrgInclInd") switch { "true" or "1" => true, "false" or "0" => false, _ => null };
                    var sign = record.Value("CdtDbtInd") == "CRDT" ? -1 : 1;
                    charges.Add(new BankCharge(sign * minor, amount.Currency, isIncluded, record.Value("Tp/Cd", "Tp/Prtry/Id", "Tp/Prtry", "Br")));
                }
            }
        }

        return charges;
    }

    /// <summary>What was instructed, where it is not what was booked.</summary>
    public static BankOriginal? Original(XmlItem? details, long booked, string? currency, StatementBuilder statement)
    {
        var amount = details?.Find("InstdAmt/Amt");
        if (amount is null || statement.Minor(amount.Text, '.', amount.Currency ?? currency, statement.Source.At(amount.Index)) is not { } minor)
        {
            return null;
        }

        var rate = details!.Value("InstdAmt/CcyXchg/XchgRate", "TxAmt/CcyXchg/XchgRate", "CntrValAmt/CcyXchg/XchgRate");
        return minor == Math.Abs(booked) && (amount.Currency ?? currency) == currency
            ? null
            : new BankOriginal(booked < 0 ? -minor : minor, amount.Currency ?? currency, rate);
    }

    public static string? TransactionCode(XmlItem? code)
    {
        var domain = string.Join('-', new[] { code?.Value("Domn/Cd"), code?.Value("Domn/Fmly/Cd"), code?.Value("Domn/Fmly/SubFmlyCd") }.OfType<string>());
        return domain.Length > 0 ? domain : code?.Value("Prtry/Cd");
    }

    /// <summary>Words by which banks say that there is none.</summary>
    public static string? Given(string? id) => id is null or "NOTPROVIDED" or "NONREF" or "NOTAVAILABLE" or "NOT PROVIDED" ? null : id;

    public static void Mark(List<BankValueAt> places, BankField field, XmlItem? item, SourceText source)
    {
        if (item is not null)
        {
            places.RemoveAll(place => place.Field == field);
            places.Add(new BankValueAt(field, source.At(item.Index)));
        }
    }

    // A part of exactly 140 letters is full: the text runs on in the next one, maybe in the middle of a number.
    private static string Join(List<string> parts)
    {
        var text = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 && parts[i - 1].Length != 140 ? " " : "").Append(parts[i]);
        }

        return text.ToString();
    }

    private static string ExtraText(XmlItem detail)
    {
        var additional = detail.Child("RmtInf")?.All("Strd").SelectMany(part => part.All("AddtlRmtInf")).Select(part => part.Text) ?? [];
        var text = string.Join(' ', additional.Where(part => part.Length > 0));
        return text.Length > 0 ? text : detail.Value("AddtlTxInf", "RtrInf/AddtlInf") ?? "";
    }

    private static IReadOnlyList<BankReference> References(XmlItem detail) =>
    [
        .. from part in detail.Child("RmtInf")?.All("Strd") ?? []
           let reference = part.Value("CdtrRefInf/Ref", "CdtrRefInf/CdtrRef")
           where reference is not null
           let type = part.Value("CdtrRefInf/Tp/CdOrPrtry/Cd", "CdtrRefInf/Tp/CdOrPrtry/Prtry", "CdtrRefInf/CdtrRefTp/Cd") ?? ""
           select new BankReference(type, reference, CheckDigits.Judge(type, reference)),
    ];

    private static string? PartyId(XmlItem? party)
    {
        var id = party?.Find("Id") ?? party?.Find("Pty/Id");
        return id?.Value("OrgId/Othr/Id", "PrvtId/Othr/Id", "OrgId/LEI", "OrgId/AnyBIC", "OrgId/BICOrBEI");
    }

    private static string? Same(List<BankEntry> parts, Func<BankEntry, string?> value)
    {
        var first = value(parts[0]);
        return parts.TrueForAll(part => value(part) == first) ? first : null;
    }
}
