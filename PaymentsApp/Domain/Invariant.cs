using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PaymentsApp.Domain;

/// <summary>Stops what only a programmer can cause. What a user can cause is a <see cref="PaymentProblem"/>.</summary>
public static class Invariant
{
    /// <exception cref="InvalidOperationException">The condition is false.</exception>
    public static void Holds([DoesNotReturnIf(false)] bool condition, string rule)
    {
        if (!condition)
        {
            throw new InvalidOperationException(rule);
        }
    }

    /// <exception cref="ArgumentException">The text is null, empty or white space.</exception>
    public static string NotBlank(
        [NotNull] string? text, [CallerArgumentExpression(nameof(text))] string name = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        return text.Trim();
    }

    /// <exception cref="InvalidOperationException">Not the code of a known currency.</exception>
    public static string Currency(string code)
    {
        Holds(Domain.Currency.IsKnown(code), $"{code} is not a currency.");
        return code;
    }
}
