using System.IO.Compression;
using PaymentsApp.Banking.Reading;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace PaymentsApp.Banking.Remittances;

/// <summary>
/// Unpacks the parts of one PDF, of all together not more than a budget: five megabytes can hold five gigabytes. What a part comes to is
/// found out before the library unpacks it into memory.
/// </summary>
internal sealed class BoundedFilters : BaseFilterProvider
{
    private const int BudgetBytes = 64 * 1024 * 1024;

    // The most that one byte can become: nine bits of LZW are a string of up to 4,096 letters, two of a run length 128.
    private const int LzwRatio = 4_096;
    private const int RunLengthRatio = 64;

    private static readonly (string Name, string Short)[] Names =
    [
        ("FlateDecode", "Fl"), ("LZWDecode", "LZW"), ("RunLengthDecode", "RL"), ("ASCII85Decode", "A85"), ("ASCIIHexDecode", "AHx"),
        ("CCITTFaxDecode", "CCF"), ("DCTDecode", "DCT"), ("JPXDecode", "JPX"), ("JBIG2Decode", "JBIG2"),
    ];

    public BoundedFilters()
        : base(Filters())
    {
    }

    private static Dictionary<string, IFilter> Filters()
    {
        var budget = new Budget();
        var filters = new Dictionary<string, IFilter>(StringComparer.Ordinal);
        foreach (var (name, shortName) in Names)
        {
            var filter = new BoundedFilter(DefaultFilterProvider.Instance.GetNamedFilters([NameToken.Create(name)])[0], name, budget);
            filters[name] = filter;
            filters[shortName] = filter;
        }

        return filters;
    }

    private sealed class Budget
    {
        private long _left = BudgetBytes;

        public void Take(long bytes)
        {
            if ((_left -= bytes) < 0)
            {
                throw new UnreadableFileException("The PDF unpacks to far more than its size; that is not how a remittance advice is.");
            }
        }
    }

    private sealed class BoundedFilter(IFilter inner, string name, Budget budget) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            switch (name)
            {
                case "FlateDecode":
                    TakeInflated(input);
                    break;
                case "LZWDecode":
                    budget.Take((long)input.Length * LzwRatio);
                    break;
                case "RunLengthDecode":
                    budget.Take((long)input.Length * RunLengthRatio);
                    break;
                default:
                    budget.Take(input.Length);
                    break;
            }

            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        // A damaged end is the library's to judge: what came before it is counted.
        private void TakeInflated(Memory<byte> input)
        {
            using var packed = new MemoryStream(input.ToArray(), writable: false);
            using var plain = new ZLibStream(packed, CompressionMode.Decompress);
            var buffer = new byte[81_920];
            try
            {
                int read;
                while ((read = plain.Read(buffer)) > 0)
                {
                    budget.Take(read);
                }
            }
            catch (InvalidDataException)
            {
                budget.Take(input.Length);
            }
        }
    }
}
