namespace PaymentsApp.Banking;

/// <summary>One account in the ways of different formats.</summary>
public static class BankAccounts
{
    private const int TailMin = 6;

    /// <summary>
    /// "DE02120300000000202051", "12030000/202051" and "202051": true when one is the end of the other, noughts in front aside.
    /// An account that is not named is never the same as one that is.
    /// </summary>
    public static bool AreSame(string? account, string? other)
    {
        if (account is null || other is null)
        {
            return account is null && other is null;
        }

        var (one, two) = (Plain(account), Plain(other));
        return one == two || (IsTail(one, account, two) || IsTail(two, other, one));
    }

    // Bank number and account: the account fills ten places in an IBAN.
    private static bool IsTail(string plain, string written, string whole)
    {
        var slash = written.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            var number = Plain(written[(slash + 1)..]);
            return whole.EndsWith(Plain(written[..slash]) + number.PadLeft(10, '0'), StringComparison.Ordinal) || whole == number;
        }

        var bare = plain.TrimStart('0');
        return bare.Length >= TailMin && bare.Length < whole.Length && whole.EndsWith(bare, StringComparison.Ordinal)
            && (char.IsAsciiLetter(whole[0]) || whole[..^bare.Length].All(c => c == '0'));
    }

    private static string Plain(string account) => string.Concat(account.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
