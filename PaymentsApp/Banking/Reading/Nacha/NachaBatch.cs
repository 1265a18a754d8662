using PaymentsApp.Banking.Reading.Edi;

namespace PaymentsApp.Banking.Reading.Nacha;

/// <summary>Builds the statement of one batch.</summary>
internal sealed class NachaBatch
{
    private readonly SourceText _source;
    private readonly TextLine _header;
    private readonly string _kind;
    private readonly List<TextLine> _addenda = [];
    private TextLine? _entry;

    public NachaBatch(SourceText source, TextLine file, TextLine? header, int index = 0)
    {
        _source = source;
        _header = header ?? new TextLine("", index);
        _kind = _header.Columns(51, 53).Trim();
        Statement = new StatementBuilder($"NACHA {_kind}".TrimEnd(), source, source.At(_header.Index))
        {
            Bank = Some(file.Text is null ? "" : file.Columns(4, 13)),
            Currency = "USD",
            StatementId = Some(_header.Columns(88, 94)),
            Number = Some(_header.Columns(88, 94)),
            CreatedAt = Some(file.Text is null ? "" : file.Columns(24, 33)),
            MustAddUp = false,
        };
        if (header is null)
        {
            Statement.Find(BankFindingKind.Incomplete, "The entries stand in no batch.", Statement.At);
        }
    }

    public StatementBuilder Statement { get; }

    public NachaSums Sums { get; } = new();

    public void Entry(TextLine line)
    {
        EndEntry();
        Sums.Records++;
        _entry = line;
    }

    public void Addenda(TextLine line)
    {
        Sums.Records++;
        _addenda.Add(line);
        if (_entry is null)
        {
            Statement.Find(BankFindingKind.NotUnderstood, "An addenda record stands before any entry.", _source.At(line.Index));
        }
    }

    // 8: class 2-4, count 5-10, hash 11-20, debits 21-32, credits 33-44; in ADV batches 21-40 and 41-60.
    public void End(TextLine? control)
    {
        EndEntry();
        if (control is not { } line)
        {
            Statement.Find(BankFindingKind.Incomplete, "The batch has no control record.", Statement.At);
            return;
        }

        var isAdvice = _kind == "ADV";
        Sums.Check(
            Statement, "batch", line.Columns(5, 10), line.Columns(11, 20),
            isAdvice ? line.Columns(21, 40) : line.Columns(21, 32), isAdvice ? line.Columns(41, 60) : line.Columns(33, 44), _source.At(line.Index));
    }

    private void EndEntry()
    {
        if (_entry is { } line)
        {
            Add(line);
        }

        _entry = null;
        _addenda.Clear();
    }

    private void Add(TextLine line)
    {
        var at = _source.At(line.Index, line.Text.Length);
        var isAdvice = _kind == "ADV";
        Sums.Hash += NachaReader.Number(line.Columns(4, 11)) ?? 0;
        var isDebit = IsDebit(line.Columns(2, 3));
        var amount = NachaReader.Number(isAdvice ? line.Columns(28, 39) : line.Columns(30, 39));
        if (isDebit is null || amount is null)
        {
            Statement.NotRead($"The entry has no known transaction code or no amount: “{line.Columns(1, 39)}”.", at);
            return;
        }

        _ = isDebit.Value ? Sums.Debits += amount.Value : Sums.Credits += amount.Value;
        var returned = _addenda.FirstOrDefault(addenda => addenda.Columns(2, 3) == "99");
        var corrected = _addenda.FirstOrDefault(addenda => addenda.Columns(2, 3) == "98");
        var entry = Outline(line, isDebit.Value ? -amount.Value : amount.Value, returned.Text is not null, at);
        if (returned.Text is not null)
        {
            var reason = returned.Columns(4, 6).Trim();
            Statement.Find(BankFindingKind.Returned, $"Returned ({reason}): the entry with trace number {returned.Columns(7, 21).Trim()}.", at);
            entry = entry with { IsReversal = true, ReturnReason = reason, EndToEndId = Some(returned.Columns(7, 21)), RemittanceText = returned.Columns(36, 79).Trim() };
        }

        if (corrected.Text is not null)
        {
            Statement.Find(BankFindingKind.Correction, $"Correction {corrected.Columns(4, 6)} of trace number {corrected.Columns(7, 21).Trim()}: “{corrected.Columns(36, 64).Trim()}”.", at);
            entry = entry with { Status = BankEntryStatus.Information, ReturnReason = corrected.Columns(4, 6).Trim(), EndToEndId = Some(corrected.Columns(7, 21)) };
        }

        Statement.Add(WithAddenda(entry));
    }

    private BankEntry Outline(TextLine line, long minor, bool isReturn, SourcePosition at)
    {
        var (company, receiver) = (_header.Columns(5, 20).Trim(), Receiver(line));
        var settled = IsoDate.ReadShort(_header.Columns(70, 75));

        // Money that came in was sent by the company of the batch; money that was collected, or comes back, is the receiver's.
        var isFromCompany = minor >= 0 && !isReturn && company.Length > 0;
        var isReversal = _header.Columns(54, 63).Trim() == "REVERSAL";
        var account = _kind is "IAT" ? line.Columns(40, 74) : _kind is "ADV" ? line.Columns(13, 27) : line.Columns(13, 29);
        return new BankEntry
        {
            BookedOn = settled,
            ValueOn = settled,
            AmountMinor = minor,
            Currency = "USD",
            IsReversal = isReversal,
            TransactionCode = $"{_kind} {line.Columns(2, 3)}".Trim(),
            PayerName = Some(isFromCompany ? company : receiver),
            PayerAccount = isFromCompany ? null : Some(account),
            PayerBank = isFromCompany ? Some(_header.Columns(80, 87)) : Some(line.Columns(4, 12)),
            PayerId = Some(isFromCompany ? _header.Columns(41, 50) : line.Columns(40, 54)),
            UltimatePayer = Some(isFromCompany ? receiver : company),
            BankId = Some(line.Columns(80, 94)),
            CustomerReference = _kind is "IAT" or "ADV" ? null : Some(line.Columns(40, 54)),
            CheckNumber = _kind is "ARC" or "BOC" or "RCK" or "XCK" ? Some(line.Columns(40, 54)) : _kind == "POP" ? Some(line.Columns(40, 48)) : null,
            BankText = Some(_header.Columns(54, 63)),
            At = at,
            ValuesAt = [new(BankField.Amount, _source.At(line.Index + 29, 10)), new(BankField.PayerName, _source.At(line.Index + 54, 22)), new(BankField.BankId, _source.At(line.Index + 79, 15))],
        };
    }

    // CTX and ENR have a number of addenda before a shorter name; of an international payment the names are addenda 710 and 711.
    private string Receiver(TextLine line) => _kind switch
    {
        "CTX" or "ATX" or "ENR" or "TRX" => line.Columns(59, 74).Trim(),
        "IAT" => _addenda.FirstOrDefault(addenda => addenda.Columns(2, 3) == "10") is { Text: not null } name ? name.Columns(47, 81).Trim() : "",
        _ => line.Columns(55, 76).Trim(),
    };

    // 705: eighty letters each. In CTX they are an X12 820 whose segments run over the ends of the pieces.
    private BankEntry WithAddenda(BankEntry entry)
    {
        var pieces = _addenda.Where(addenda => addenda.Columns(2, 3) is "05").Select(addenda => addenda.Columns(4, 83)).ToList();
        if (pieces.Count == 0)
        {
            return entry;
        }

        var whole = string.Concat(pieces.Select(piece => piece.PadRight(80))).TrimEnd();
        var isOrder = whole.Contains("RMR*", StringComparison.Ordinal) || whole.StartsWith("ISA", StringComparison.Ordinal);
        var first = Math.Max(0, whole.IndexOf("RMR*", StringComparison.Ordinal));
        var segments = isOrder ? EdiSegments.Split(whole.StartsWith("ISA", StringComparison.Ordinal) || whole.StartsWith("ST*", StringComparison.Ordinal) ? whole : whole[first..]) : [];
        var documents = isOrder ? EdiPayment.Documents(segments, Statement, out _) : [];
        return entry with
        {
            RemittanceText = isOrder ? whole : string.Join(' ', pieces.Select(piece => piece.Trim())),
            RemittanceParts = pieces,
            Documents = documents,
            References = [.. documents.Select(document => new BankReference(document.Type, document.Number))],
            EndToEndId = segments.Find(segment => segment.Name == "TRN")?[2] ?? entry.EndToEndId,
        };
    }

    // Second figure: 1 to 4 credit, 6 to 9 debit; 81 to 88 of advices: odd credit, even debit.
    private static bool? IsDebit(string code) => code switch
    {
        [>= '2' and <= '5', >= '1' and <= '4'] => false,
        [>= '2' and <= '5', >= '6' and <= '9'] => true,
        ['8', '1' or '3' or '5' or '7'] => false,
        ['8', '2' or '4' or '6' or '8'] => true,
        _ => null,
    };

    private static string? Some(string text) => text.Trim() is { Length: > 0 } some ? some : null;
}
