using System.Globalization;
using System.Text;
using PaymentsApp.Banking.Matching;

namespace PaymentsApp.Benchmarks.Matching.Sets;

/// <summary>Reads and writes sets as CSV files with the columns of the published set.</summary>
internal static class MatchFiles
{
    public static MatchSet Read(string invoicesPath, string paymentsPath)
    {
        var payers = new Dictionary<(string Customer, string Company), (int Id, HashSet<string> Names)>();
        var invoices = new List<MatchInvoice>();
        foreach (var row in Rows(invoicesPath))
        {
            // Each company of the seller keeps an account of its own for a customer, and the customer a bank account for each.
            var key = (row["Customer ID"], row["Company Code"]);
            if (!payers.TryGetValue(key, out var payer))
            {
                payers[key] = payer = (payers.Count, []);
            }

            payer.Names.Add(row["Customer Name"]);
            invoices.Add(new MatchInvoice(
                Number(row["invoice_id"]), payer.Id, [row["Assignment Number"], row["Billing Number"]], row["Currency Code"],
                Hundredths(row["Amount"]), Day(row["Document Date"]), Day(row["Due Date"])));
        }

        var lines = Rows(paymentsPath).Select(row => new MatchLine(
            Number(row["payment_id"]), row["Business Partner"], row["Account Number"], row["Memo Line"],
            Hundredths(row["Amount"]), row["Currency"], Day(row["Posting Date"]))).ToList();
        return new MatchSet(invoices, [.. payers.Select(payer => new MatchPayer(payer.Value.Id, [.. payer.Value.Names]) { CustomerNumbers = [payer.Key.Customer] })], lines);
    }

    public static IReadOnlyList<TrueMatch> ReadTruth(string path) =>
    [
        .. Rows(path).Select(row => new TrueMatch(
            row["match_category"], row["perturbation_categories"].Trim('[', ']').Replace("\"", string.Empty, StringComparison.Ordinal),
            Numbers(row["invoice_ids"]), Numbers(row["payment_ids"]))),
    ];

    /// <summary>payment_id, invoice_ids, decision (auto, proposed, none), score.</summary>
    public static void Write(string path, IEnumerable<MatchDecision> decisions)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        file.Write("payment_id,invoice_ids,decision,score\n");
        foreach (var decision in decisions)
        {
            IEnumerable<int> ids = decision.Proposals.Count == 0 ? [] : decision.Proposals[0].Shares.Select(share => share.InvoiceId).Order();
            file.Write(string.Create(CultureInfo.InvariantCulture,
                $"{decision.LineId},\"[{string.Join(", ", ids)}]\",{decision.Kind.ToString().ToLowerInvariant()},{decision.Score:0.000000}\n"));
        }
    }

    /// <summary>The set's amounts have two decimals in every currency, some with the dust of binary fractions: 97822.67000000001.</summary>
    public static long Hundredths(string text)
    {
        var amount = decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return (long)decimal.Round(amount * 100, MidpointRounding.AwayFromZero);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);

    private static List<int> Numbers(string list) =>
        [.. list.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        using var file = new StreamReader(path);
        var names = Cells(file) ?? [];
        while (Cells(file) is { } cells)
        {
            if (cells.Count == names.Count)
            {
                yield return Enumerable.Range(0, names.Count).ToDictionary(i => names[i], i => cells[i]);
            }
            else if (cells is not [""])
            {
                throw new FormatException($"{Path.GetFileName(path)}: a row has {cells.Count} cells, the header {names.Count}.");
            }
        }
    }

    private static List<string>? Cells(StreamReader file)
    {
        if (file.Peek() < 0)
        {
            return null;
        }

        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var read = file.Read(); read >= 0; read = file.Read())
        {
            var letter = (char)read;
            if (letter == '"')
            {
                if (quoted && file.Peek() == '"')
                {
                    cell.Append((char)file.Read());
                    continue;
                }

                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (letter == '\n' && !quoted)
            {
                break;
            }
            else if (letter != '\r' || quoted)
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
