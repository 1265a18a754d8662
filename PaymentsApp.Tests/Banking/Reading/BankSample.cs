using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Banking.Reading;

/// <summary>One real file and what a plain scan of its text found: a row of FACTS.tsv.</summary>
internal sealed record BankSample(
    string Format, string File, string Statements, string Entries, string Credit, string Debit, string Balance)
{
    public string Path => SharedData.PathOf($"bank-samples/{Format}/{File}");

    public byte[] Bytes => System.IO.File.ReadAllBytes(Path);

    public static IReadOnlyList<BankSample> All(params string[] formats) =>
    [
        .. from line in System.IO.File.ReadLines(SharedData.PathOf("bank-samples/FACTS.tsv")).Skip(1)
           let cells = line.Split('\t')
           where formats.Length == 0 || formats.Contains(cells[0])
           select new BankSample(cells[0], cells[1], cells[3], cells[4], cells[6], cells[7], cells[11]),
    ];
}
