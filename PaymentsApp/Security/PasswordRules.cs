using Microsoft.AspNetCore.Identity;
using PaymentsApp.Data;

namespace PaymentsApp.Security;

/// <summary>
/// Refuses passwords that are tried first: common words however they are dressed up, rows of the keyboard, one piece
/// repeated, and the person's own name. Length is checked by Identity; kinds of characters are not asked for.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<AppUser>
{
    public const int LengthMin = 12;

    /// <summary>Longer ones would only cost time to hash.</summary>
    public const int LengthMax = 256;

    // Lower case, without digits and signs: "P@ssw0rd2024!!" is read as "password".
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "password", "passwort", "motdepasse", "contrasena", "passphrase", "passwordpassword", "mypassword", "newpassword", "thepassword",
        "welcome", "welcometo", "letmein", "changeme", "changeit", "changemenow", "iloveyou", "trustnoone", "opensesame", "secret", "topsecret",
        "administrator", "admin", "adminadmin", "superuser", "root", "user", "guest", "test", "testtest", "testing", "default", "temp", "demo",
        "qwerty", "qwertyuiop", "qwertz", "qwertzuiop", "azerty", "azertyuiop", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm", "qazwsx", "qazwsxedc",
        "abc", "abcd", "abcdef", "abcdefg", "abcdefgh", "abcdefghijkl", "abcdefghijklmnopqrstuvwxyz", "qwe", "asd", "zxc", "qweasdzxc",
        "dragon", "monkey", "football", "baseball", "basketball", "superman", "batman", "starwars", "pokemon", "princess", "sunshine", "shadow",
        "master", "hello", "helloworld", "freedom", "whatever", "michael", "jordan", "jennifer", "charlie", "computer", "internet", "summer",
        "winter", "spring", "autumn", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "monday", "friday", "london", "newyork", "payments", "paymentsapp", "payment", "finance", "invoice", "invoices", "publisher",
        "correcthorsebatterystaple", "thequickbrownfox", "access", "login", "google", "facebook", "linkedin", "microsoft", "company",
    };

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password) =>
        Task.FromResult(Problem(user, password ?? string.Empty) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordTooCommon", Description = problem })
            : IdentityResult.Success);

    private static string? Problem(AppUser user, string password)
    {
        if (password.Length > LengthMax)
        {
            return $"The password may have at most {LengthMax} characters.";
        }

        if (password.Length < LengthMin)
        {
            return null; // Identity's own rule says so
        }

        var readings = Readings(password);
        if (IsSimple(password) || readings.Any(reading => Common.Contains(reading) || Common.Contains(Once(reading))))
        {
            return "This password is one of the first that are tried. Several words that have nothing to do with each other are better.";
        }

        return PersonalWords(user).Any(word => readings.Any(reading =>
                reading.Contains(word, StringComparison.Ordinal) && reading.Replace(word, string.Empty, StringComparison.Ordinal).Length < 4))
            ? "The password may not be made of the person's own name or e-mail address."
            : null;
    }

    // "P@ssw0rd2024!!" without what is no letter is "psswrd"; without its ends, and with letters for what stands for them, "password".
    private static string[] Readings(string password)
    {
        var lower = password.ToLowerInvariant();
        var first = lower.AsSpan().IndexOfAnyInRange('a', 'z');
        var last = lower.AsSpan().LastIndexOfAnyInRange('a', 'z');
        var core = first < 0 ? string.Empty : lower[first..(last + 1)];
        return
        [
            Letters(lower),
            Letters(core.Replace('0', 'o').Replace('@', 'a').Replace('4', 'a').Replace('3', 'e').Replace('$', 's').Replace('5', 's').Replace('1', 'i')),
        ];
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    // "abcabcabc" is "abc".
    private static string Once(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && text == string.Concat(Enumerable.Repeat(text[..length], text.Length / length)))
            {
                return text[..length];
            }
        }

        return text;
    }

    // Few different characters ("aaaabbbbcccc"), or a run ("123456789012").
    private static bool IsSimple(string password)
    {
        var steps = password.Zip(password.Skip(1), (one, next) => next - one).ToList();
        return password.Distinct().Count() < 5
            || Once(password).Length <= 4
            || steps.Count(step => step is 1 or -1 or 0) >= steps.Count - 2;
    }

    private static IEnumerable<string> PersonalWords(AppUser user) =>
        new[] { user.DisplayName, user.Email?.Split('@')[0] ?? string.Empty }
            .Select(word => Letters(word.ToLowerInvariant()))
            .Where(word => word.Length >= 4);
}
