using System.Security.Cryptography;
using System.Text;

namespace PaymentsApp.Security;

/// <summary>
/// The one-time code of this process. Only its hash is kept, in memory. Wrong codes do not close the way: at 99 bits nobody
/// guesses it, <see cref="SignInLimit"/> slows each caller down, and a limit here would let a stranger shut the owner out.
/// </summary>
internal sealed class FirstAdministratorCode
{
    // Without 0/O, 1/I/L: read from a console and typed.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private byte[]? _hash;

    public bool IsOpen => _hash is not null;

    /// <summary>A new code, to be shown once: about 99 bits.</summary>
    public string Open()
    {
        var letters = RandomNumberGenerator.GetItems<char>(Letters, 20);
        var code = string.Join('-', letters.Chunk(5).Select(part => new string(part)));
        _hash = Hash(code);
        return code;
    }

    /// <summary>Whether this is the code.</summary>
    public bool IsRight(string code) => _hash is { } hash && CryptographicOperations.FixedTimeEquals(Hash(code), hash);

    public void Close() => _hash = null;

    // Typed with or without its dashes, in any case.
    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));
}
