using PaymentsApp.Banking.Matching;
using PaymentsApp.Benchmarks.Matching.Sets;

namespace PaymentsApp.Benchmarks.Matching;

/// <summary>Lines of every kind for the large measurement: one number, several, faulty, none, parts.</summary>
internal static class ScaleLines
{
    public static List<MatchLine> Make(Random random, int count, IReadOnlyList<MatchPayer> payers, IReadOnlyList<MatchInvoice> invoices)
    {
        var faulty = new FaultyText(random);
        var byPayer = invoices.GroupBy(invoice => invoice.PayerId).Select(group => group.ToArray()).Where(group => group.Length < 1_000).ToArray();
        var lines = new List<MatchLine>(count);
        for (var id = 0; id < count; id++)
        {
            var own = byPayer[random.Next(byPayer.Length)];
            var kind = random.Next(100);
            var paid = own.OrderBy(_ => random.Next()).Take(kind < 75 ? 1 : random.Next(2, 5)).ToArray();
            var numbers = paid.Select(invoice => invoice.Numbers[0]);
            numbers = kind is >= 60 and < 68 or >= 95 ? numbers.Select(faulty.Break) : numbers;
            var text = kind is >= 68 and < 75 ? "payment with thanks" : $"invoice {string.Join(", ", numbers)} order {random.Next(10_000, 99_999)}";
            var amount = paid.Sum(invoice => invoice.OpenMinor);
            lines.Add(Line(id, payers[own[0].PayerId], text, kind is >= 55 and < 60 ? (amount / 2) + 7 : amount, paid[0]));
        }

        return lines;
    }

    public static IEnumerable<MatchLine> OfWorstPayer(Random random, MatchPayer payer, IReadOnlyList<MatchInvoice> invoices, int items)
    {
        var faulty = new FaultyText(random);
        for (var id = 0; id < 40; id++)
        {
            var invoice = invoices[random.Next(items)];
            var text = (id % 4) switch
            {
                0 => "payment with thanks",
                1 => $"invoices {faulty.Break(invoice.Numbers[0])}, {faulty.Break(invoices[random.Next(items)].Numbers[0])}",
                _ => $"invoice {faulty.Break(invoice.Numbers[0])}",
            };
            yield return Line(id, payer, text, id % 3 == 0 ? invoice.OpenMinor / 2 : invoice.OpenMinor, invoice);
        }
    }

    private static MatchLine Line(int id, MatchPayer payer, string text, long amount, MatchInvoice first) =>
        new(id, payer.Names[0], $"DE{payer.Id:D20}", text, amount, first.Currency, first.DueOn);
}
