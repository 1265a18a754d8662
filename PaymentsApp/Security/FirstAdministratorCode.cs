using System.Security.Cryptography;
using System.Text;

namespace PaymentsApp.Security;

/// <summary>The one-time code of this process. Only its hash is kept, in memory.</summary>
internal sealed class FirstAdministratorCode
{
    /// <summary>After so many wrong codes only a restart makes a new one.</summary>
    private const int WrongMax = 20;

    // Without 0/O, 1/I/L: read from a console and typed.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private byte[]? _hash;
    private int _wrong;

    public bool IsOpen => _hash is not null && Volatile.Read(ref _wrong) < WrongMax;

    /// <summary>A new code, to be shown once: about 99 bits.</summary>
    public string Open()
    {
        var letters = RandomNumberGenerator.GetItems<char>(Letters, 20);
        var code = string.Join('-', letters.Chunk(5).Select(part => new string(part)));
        _hash = Hash(code);
        return code;
    }

    /// <summary>Whether this is the code; a wrong one is counted.</summary>
    public bool IsRight(string code)
    {
        if (IsOpen && CryptographicOperations.FixedTimeEquals(Hash(code), _hash))
        {
            return true;
        }

        Interlocked.Increment(ref _wrong);
        return false;
    }

    public void Close() => _hash = null;

    // Typed with or without its dashes, in any case.
    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));
}
