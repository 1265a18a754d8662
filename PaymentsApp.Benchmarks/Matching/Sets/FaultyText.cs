namespace PaymentsApp.Benchmarks.Matching.Sets;

/// <summary>Breaks numbers the way people and banks break them.</summary>
internal sealed class FaultyText(Random random)
{
    /// <summary>A blank inside, a digit dropped, added or swapped, or the beginning or end cut off.</summary>
    public string Break(string number)
    {
        var place = random.Next(1, number.Length);
        switch (random.Next(5))
        {
            case 0:
                return number.Insert(place, " ");
            case 1:
                return number.Remove(random.Next(number.Length), 1);
            case 2:
                return number.Insert(random.Next(number.Length + 1), Digit().ToString());
            case 3:
                return string.Concat(number.AsSpan(0, place - 1), number.AsSpan(place, 1), number.AsSpan(place - 1, 1), number.AsSpan(place + 1));
            default:
                var cut = 1;
                while (cut < number.Length - 1 && random.Next(4) == 0)
                {
                    cut++;
                }

                return random.Next(2) == 0 ? number[..^cut] : number[cut..];
        }
    }

    /// <summary>Up to two characters become what they look like.</summary>
    public string LookAlike(string number)
    {
        var letters = number.ToCharArray();
        var places = Enumerable.Range(0, letters.Length).Where(place => "0158IOSB".Contains(letters[place], StringComparison.Ordinal)).ToArray();
        random.Shuffle(places);
        foreach (var place in places.Take(random.Next(1, 3)))
        {
            letters[place] = letters[place] switch { '0' => 'O', '1' => 'I', '5' => 'S', '8' => 'B', 'I' => '1', 'O' => '0', 'S' => '5', _ => '8' };
        }

        return new string(letters);
    }

    /// <summary>One digit is another.</summary>
    public string Typo(string number)
    {
        var letters = number.ToCharArray();
        var place = random.Next(letters.Length);
        letters[place] = Digit();
        return new string(letters);
    }

    private char Digit() => (char)('0' + random.Next(10));
}
