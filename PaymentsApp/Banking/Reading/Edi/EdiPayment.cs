namespace PaymentsApp.Banking.Reading.Edi;

/// <summary>What one 820 says about its payment.</summary>
internal static class EdiPayment
{
    public static void Add(List<EdiSegment> segments, StatementBuilder statement)
    {
        var order = segments.Find(segment => segment.Name == "BPR");
        var at = statement.Source.At((order ?? segments[0]).Index);
        if (order is null || statement.Minor(order[2] ?? "", '.', statement.Currency, at) is not { } total)
        {
            statement.NotRead(order is null ? "The order has no payment (BPR)." : $"The amount “{order[2]}” is not a number.", at);
            return;
        }

        statement.Account = order[15];
        statement.Bank = order[13];
        var documents = Documents(segments, statement, out var sum);
        var payer = segments.Find(segment => segment.Name == "N1" && segment[1] == "PR");
        var notes = segments.Where(segment => segment.Name == "NTE").Select(segment => segment[2]).OfType<string>().ToList();
        var trace = segments.Find(segment => segment.Name == "TRN");
        statement.Add(new BankEntry
        {
            BookedOn = Date(order[16]) ?? Date(segments.Find(segment => segment.Name == "DTM")?[2]),
            ValueOn = Date(order[16]),
            AmountMinor = order[3] == "D" ? -total : total,
            Currency = statement.Currency,
            Status = order[1] == "I" ? BankEntryStatus.Information : BankEntryStatus.Booked,
            TransactionCode = order[4],
            PayerName = payer?[2],
            PayerAccount = order[9],
            PayerBank = order[7],
            PayerId = order[10] ?? payer?[4],
            EndToEndId = trace?[2],
            CheckNumber = order[4] == "CHK" ? trace?[2] : null,
            RemittanceText = string.Join(' ', notes),
            RemittanceParts = notes,
            References = [.. documents.Select(document => new BankReference(document.Type, document.Number))],
            Documents = documents,
            At = at,
            ValuesAt = [new(BankField.Amount, at)],
        });
        if (documents.Count > 0 && sum != total)
        {
            statement.Find(BankFindingKind.SumDifference, "The items are not the amount of the payment.", at, (long)Int128.Clamp(total - sum, long.MinValue, long.MaxValue));
        }
    }

    /// <summary>
    /// RMR: what is paid of an item; the ADX, REF, DTM and NTE behind it belong to it. Behind an item an ADX says why less is
    /// paid than was due, so what is paid has it already; before any item of an entity it is an adjustment of its own.
    /// </summary>
    public static List<BankDocument> Documents(List<EdiSegment> segments, StatementBuilder statement, out Int128 sum)
    {
        var documents = new List<BankDocument>();
        sum = 0;
        var isInItem = false;
        foreach (var segment in segments)
        {
            isInItem = segment.Name == "RMR" || (isInItem && segment.Name != "ENT");
            var at = statement.Source.At(segment.Index);
            switch (segment.Name)
            {
                case "RMR":
                    var paid = Amount(segment[4], statement, at);
                    var gross = Amount(segment[5], statement, at);
                    documents.Add(new BankDocument(segment[1] ?? "", segment[2] ?? "", null, paid, gross, Amount(segment[6], statement, at)));
                    sum += paid ?? gross ?? 0;
                    break;
                case "ADX":
                    var adjustment = Amount(segment[1], statement, at);
                    sum += isInItem ? 0 : adjustment ?? 0;
                    if (isInItem)
                    {
                        var note = $"ADX {segment[1]} {segment[2]} {segment[4]}".TrimEnd();
                        documents[^1] = documents[^1] with { Note = documents[^1].Note is { } earlier ? $"{earlier}; {note}" : note };
                    }

                    break;
                case "DTM" when documents.Count > 0 && documents[^1].DatedOn is null:
                    documents[^1] = documents[^1] with { DatedOn = Date(segment[2]) };
                    break;
                case "NTE" when documents.Count > 0:
                    documents[^1] = documents[^1] with { Note = documents[^1].Note is { } before ? $"{before}; {segment[2]}" : segment[2] };
                    break;
            }
        }

        return documents;
    }

    private static long? Amount(string? text, StatementBuilder statement, SourcePosition at)
    {
        if (text is null)
        {
            return null;
        }

        var minor = statement.Minor(text, '.', statement.Currency, at);
        if (minor is null)
        {
            statement.Find(BankFindingKind.ValueUnreadable, $"“{text}” is not an amount.", at);
        }

        return minor;
    }

    private static DateOnly? Date(string? text) => text?.Length == 6 ? IsoDate.ReadShort(text) : IsoDate.ReadCompact(text ?? "");
}
