using System.Globalization;

namespace PaymentsApp.Banking.Reading.Camt;

/// <summary>Makes entries of <c>Ntry</c> elements: one each, or one per payment where the bank took a batch apart.</summary>
internal sealed class CamtEntries(StatementBuilder statement)
{
    private int _number;
    private Int128 _sum;

    public string? AccountCurrency { get; set; }

    public void Add(XmlItem item)
    {
        _number++;
        var at = statement.Source.At(item.Index);
        var side = item.Value("CdtDbtInd");
        var amount = item.Child("Amt");
        var currency = amount?.Currency ?? AccountCurrency;
        if (side is not ("CRDT" or "DBIT") || amount is null || statement.Minor(amount.Text, '.', currency, at) is not { } unsigned)
        {
            statement.NotRead(
                side is "CRDT" or "DBIT" ? $"The amount “{amount?.Text}” is not a number." : "The entry says neither credit nor debit.", at);
            return;
        }

        var minor = side == "DBIT" ? -unsigned : unsigned;
        _sum += Int128.Abs(unsigned);
        var entry = Outline(item, minor, currency, at);
        var details = item.All("NtryDtls").SelectMany(part => part.All("TxDtls")).ToList();
        NoteMissingDetails(item, details.Count, at);
        if (details.Count <= 1)
        {
            statement.Add(Single(item, entry, details.FirstOrDefault()));
            return;
        }

        AddDetails(item, entry, details, at);
    }

    /// <summary>Number and sum of all entries, where the bank gives them.</summary>
    public void CheckSummary(XmlItem? summary)
    {
        if (summary?.Child("TtlNtries") is not { } total)
        {
            return;
        }

        var at = statement.Source.At(total.Index);
        if (int.TryParse(total.Value("NbOfNtries"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count != _number)
        {
            statement.Find(BankFindingKind.CountDifference, $"The bank counts {count} entries; the file has {_number}.", at, count - _number);
        }

        if (total.Value("Sum") is { } text && statement.Minor(text, '.', AccountCurrency ?? statement.Currency, at) is { } sum && sum != _sum)
        {
            statement.Find(BankFindingKind.SumDifference, "The bank's sum of all entries is not theirs.", at, (long)(sum - _sum));
        }
    }

    // What is true of the bank's entry, whatever payments are in it.
    private BankEntry Outline(XmlItem item, long minor, string? currency, SourcePosition at)
    {
        var booked = Date(item, "BookgDt", at);
        var value = Date(item, "ValDt", at);
        var places = new List<BankValueAt>();
        CamtDetail.Mark(places, BankField.Amount, item.Child("Amt"), statement.Source);
        CamtDetail.Mark(places, BankField.BookedOn, item.Child("BookgDt"), statement.Source);
        CamtDetail.Mark(places, BankField.ValueOn, item.Child("ValDt"), statement.Source);
        CamtDetail.Mark(places, BankField.BankId, item.Child("AcctSvcrRef"), statement.Source);
        return new BankEntry
        {
            BookedOn = booked,
            ValueOn = value,
            AmountMinor = minor,
            Currency = currency,
            Status = item.Value("Sts/Cd", "Sts/Prtry", "Sts") switch
            {
                "PDNG" or "FUTR" => BankEntryStatus.Pending,
                "INFO" => BankEntryStatus.Information,
                _ => BankEntryStatus.Booked,
            },
            IsReversal = item.Value("RvslInd") is "true" or "1",
            TransactionCode = CamtDetail.TransactionCode(item.Child("BkTxCd")),
            BankId = CamtDetail.Given(item.Value("AcctSvcrRef")),
            CustomerReference = CamtDetail.Given(item.Value("NtryRef")),
            Charges = CamtDetail.Charges(item, statement),
            Original = CamtDetail.Original(item.Child("AmtDtls"), minor, currency, statement),
            At = at,
            ValuesAt = places,
        };
    }

    // The entry's own text only for a single payment: to many it would be copied as if each payer had written it.
    private BankEntry Single(XmlItem item, BankEntry entry, XmlItem? detail)
    {
        var whole = detail is null ? entry : CamtDetail.Fill(entry, detail, statement);
        return whole.RemittanceText.Length > 0 || item.Value("AddtlNtryInf") is not { } text
            ? whole
            : whole with { RemittanceText = text, RemittanceParts = [text] };
    }

    private void AddDetails(XmlItem item, BankEntry entry, List<XmlItem> details, SourcePosition at)
    {
        var amounts = details.ConvertAll(detail => CamtDetail.Amount(detail, entry, statement));
        if (amounts.Exists(amount => amount is null))
        {
            statement.Find(
                BankFindingKind.DetailsWithoutAmounts,
                $"The entry holds {details.Count} payments without an amount each in {entry.Currency}; it stays one line.",
                at);
            statement.Add(CamtDetail.Joined(entry, details, statement));
            return;
        }

        Int128 sum = 0;
        var lines = new List<BankEntry>(details.Count + 1);
        for (var i = 0; i < details.Count; i++)
        {
            sum += amounts[i]!.Value;
            var place = statement.Source.At(details[i].Index);
            var part = entry with { AmountMinor = amounts[i]!.Value, Charges = [], Original = null, At = place, Batch = new BankBatch(_number, entry.AmountMinor, i + 1, details.Count) };
            lines.Add(CamtDetail.Fill(part, details[i], statement));
        }

        if (sum != entry.AmountMinor)
        {
            var rest = (long)Int128.Clamp(entry.AmountMinor - sum, long.MinValue, long.MaxValue);
            var charges = entry.Charges.Concat(lines.SelectMany(line => line.Charges)).Sum(charge => (decimal)charge.AmountMinor);
            if (rest != -charges)
            {
                statement.Find(BankFindingKind.DetailsDiffer, $"The {details.Count} payments of the entry are not its amount; the rest is a line of its own.", at, rest);
            }

            lines.Add(entry with
            {
                AmountMinor = rest,
                RemittanceText = rest == -charges ? "Charges" : item.Value("AddtlNtryInf") ?? "",
                Batch = new BankBatch(_number, entry.AmountMinor, details.Count + 1, details.Count),
            });
        }
        else if (entry.Charges.Count > 0)
        {
            lines[0] = lines[0] with { Charges = [.. entry.Charges, .. lines[0].Charges] };
        }

        statement.Add([.. lines]);
    }

    private void NoteMissingDetails(XmlItem item, int details, SourcePosition at)
    {
        var announced = 0L;
        foreach (var batch in item.All("NtryDtls").Select(part => part.Child("Btch")).OfType<XmlItem>())
        {
            announced += long.TryParse(batch.Value("NbOfTxs"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, int.MaxValue) : 0;
        }

        if (announced > 1 && details == 0)
        {
            statement.Find(BankFindingKind.DetailsMissing, $"The entry is a batch of {announced} payments that are not in this file; a camt.054 may have them.", at);
        }
        else if (announced > 0 && details > 0 && announced != details)
        {
            statement.Find(BankFindingKind.CountDifference, $"The batch counts {announced} payments; the file has {details}.", at, announced - details);
        }
    }

    private DateOnly? Date(XmlItem item, string name, SourcePosition at)
    {
        if (item.Value(name + "/Dt", name + "/DtTm", name) is not { } text)
        {
            return null;
        }

        var day = IsoDate.Read(text);
        if (day is null)
        {
            statement.Find(BankFindingKind.DateUnreadable, $"“{text}” is not a date.", at);
        }

        return day;
    }
}
