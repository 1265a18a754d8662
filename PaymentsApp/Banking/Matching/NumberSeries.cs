namespace PaymentsApp.Banking.Matching;

/// <summary>Numbers of one form, learned from the invoices: how long, where letters stand, and how much each place tells.</summary>
internal sealed class NumberSeries
{
    // A series of few members has shown little: what its places tell is then mostly this guess, in nats.
    private const double DigitGuess = 1.3;
    private const double LetterGuess = 0.3;
    private const int GuessWeight = 10;

    private NumberSeries(int length, ulong? letters, double[] gains, byte[] usual)
    {
        (Length, Letters, IsMixed, Gains, Usual) = (length, letters ?? 0, letters is null, gains, usual);
        Information = gains.Sum();
        while (PrefixLength < length && (Letters >> PrefixLength & 1) == 1)
        {
            PrefixLength++;
        }
    }

    public int Length { get; }

    /// <summary>Bit i: a letter stands at place i.</summary>
    public ulong Letters { get; }

    /// <summary>Letters and digits stand anywhere.</summary>
    public bool IsMixed { get; }

    /// <summary>How many letters it begins with.</summary>
    public int PrefixLength { get; }

    /// <summary>Bit i: a blank or mark is printed before place i.</summary>
    public ulong Breaks { get; private init; }

    /// <summary>What each place tells, in nats: nothing where all numbers are alike, ln 10 where every digit is as likely.</summary>
    public double[] Gains { get; }

    /// <summary>The most common letter or digit at each place.</summary>
    public byte[] Usual { get; }

    /// <summary>What a whole number tells, in nats.</summary>
    public double Information { get; }

    /// <summary>How many single faults a number of this series can have and still tell something.</summary>
    public int FaultsMax => Information switch { < 6 => 1, < 9 => 2, < 16 => 3, _ => 4 };

    /// <param name="length">Of each number.</param>
    /// <param name="letters">Where letters stand; null: anywhere.</param>
    /// <param name="counts">How often each of the 36 letters and digits stands at each place.</param>
    /// <param name="members">How many numbers were counted.</param>
    /// <param name="breaks">The places before which all of them are printed with a blank or mark, as bits.</param>
    /// <param name="check">The check digits that practically all of them carry.</param>
    public static NumberSeries Of(int length, ulong? letters, int[] counts, int members, ulong breaks, CheckScheme check)
    {
        var gains = new double[length];
        var usual = new byte[length];
        for (var place = 0; place < length; place++)
        {
            var seen = counts.AsSpan(place * 36, 36);
            var entropy = 0.0;
            var most = 0;
            for (var code = 0; code < 36; code++)
            {
                most = seen[code] > seen[most] ? code : most;
                if (seen[code] > 0)
                {
                    var share = (double)seen[code] / members;
                    entropy -= share * Math.Log(share);
                }
            }

            var guess = (letters >> place & 1) == 1 ? LetterGuess : DigitGuess;
            gains[place] = ((entropy * members) + (guess * GuessWeight)) / (members + GuessWeight);
            usual[place] = (byte)most;
        }

        // Check digits follow from the others: they tell nothing new of which number it is, but that it is one.
        gains[^1] += check == CheckScheme.None ? 0 : Math.Log(10);
        return new NumberSeries(length, letters, gains, usual) { Breaks = breaks };
    }
}
