using System.Globalization;

namespace PaymentsApp.Banking.Reading.Edi;

/// <summary>
/// X12 820, payment order and remittance advice: one entry per payment (BPR), the items it pays (RMR) as documents. With
/// BPR01 = I the money comes by another way and the entry is for information.
/// </summary>
internal static class EdiReader
{
    public static bool Is(SourceText source) => EdiSegments.Is(source.Text);

    public static IReadOnlyList<StatementBuilder> Read(SourceText source, CancellationToken cancel)
    {
        var statements = new List<StatementBuilder>();
        var segments = EdiSegments.Split(source.Text);
        var (interchange, created) = ((string?)null, (string?)null);
        List<EdiSegment>? order = null;
        foreach (var segment in segments)
        {
            cancel.ThrowIfCancellationRequested();
            switch (segment.Name)
            {
                case "ISA":
                    (interchange, created) = (segment[13], segment[9]);
                    break;
                case "ST" when segment[1] == "820":
                    order = [segment];
                    break;
                case "ST":
                    throw new UnreadableFileException($"This is X12 {segment[1]}; only 820 tells of payments.", source.At(segment.Index));
                case "SE" when order is not null:
                    statements.Add(Statement(source, order, segment, interchange, created));
                    order = null;
                    break;
                default:
                    order?.Add(segment);
                    break;
            }
        }

        if (order is not null)
        {
            statements.Add(Statement(source, order, null, interchange, created));
            statements[^1].Find(BankFindingKind.Incomplete, "The order ends before its last segment (SE).", source.At(source.Text.Length));
        }

        CheckInterchange(segments, statements, source);
        return statements;
    }

    private static StatementBuilder Statement(SourceText source, List<EdiSegment> segments, EdiSegment? end, string? interchange, string? created)
    {
        var head = segments[0];
        var statement = new StatementBuilder("EDI 820", source, source.At(head.Index))
        {
            StatementId = head[2],
            Number = interchange,
            CreatedAt = created,
            MustAddUp = false,
            Currency = segments.Find(segment => segment.Name == "CUR")?[2] ?? "USD",
        };
        if (end is not null && int.TryParse(end[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count != segments.Count + 1)
        {
            statement.Find(BankFindingKind.CountDifference, $"The order counts {count} segments; it has {segments.Count + 1}.", source.At(end.Index), count - segments.Count - 1);
        }

        EdiPayment.Add(segments, statement);
        return statement;
    }

    // GE counts orders, IEA groups.
    private static void CheckInterchange(List<EdiSegment> segments, List<StatementBuilder> statements, SourceText source)
    {
        if (statements.Count == 0)
        {
            return;
        }

        var (orders, groups) = (0, 0);
        foreach (var segment in segments)
        {
            orders += segment.Name == "ST" ? 1 : 0;
            groups += segment.Name == "GS" ? 1 : 0;
            if (segment.Name is "GE" or "IEA" && int.TryParse(segment[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                var ours = segment.Name == "GE" ? orders : groups;
                if (count != ours)
                {
                    statements[^1].Find(BankFindingKind.CountDifference, $"{segment.Name} counts {count}; there are {ours}.", source.At(segment.Index), count - ours);
                }

                orders = segment.Name == "GE" ? 0 : orders;
            }
        }

        if (segments[0].Name == "ISA" && segments[^1].Name != "IEA")
        {
            statements[^1].Find(BankFindingKind.Incomplete, "The interchange does not end (IEA).", source.At(source.Text.Length));
        }
    }
}
