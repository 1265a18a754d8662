using System.Security.Cryptography;

namespace PaymentsApp.Security;

/// <summary>Initial passwords: about 98 bits, without letters that look alike.</summary>
internal static class PasswordMaker
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string Make() =>
        string.Join('-', RandomNumberGenerator.GetItems<char>(Letters, 20).Chunk(5).Select(part => new string(part)));
}
