using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PaymentsApp.Domain;

/// <summary>
/// Who did what, when, with the values before and after. Entries form a hash chain:
/// each holds the hash of the one before, so a later change is visible.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>What the first entry has as <see cref="PrevHash"/>: 64 zeros.</summary>
    public static readonly string NoHash = new('0', 64);

    public AuditEntry(long seq, AuditFact fact, Recorded recorded, string prevHash)
    {
        Seq = seq;
        At = recorded.At;
        ActorId = recorded.ById;
        Action = fact.Action;
        Entity = fact.Entity;
        EntityId = fact.EntityId;
        OrganizationId = fact.OrganizationId;
        Body = fact.Body;
        PrevHash = prevHash;
        Hash = ComputeHash();
    }

    private AuditEntry() => ActorId = Action = Entity = EntityId = Body = PrevHash = Hash = string.Empty; // for EF Core

    /// <summary>1, 2, 3 ... without a gap.</summary>
    public long Seq { get; private set; }

    /// <summary>UTC, to the microsecond: the precision both databases keep.</summary>
    public DateTime At { get; private set; }

    public string ActorId { get; private set; }

    /// <summary>A past participle: Registered, Unapplied, SignedIn ...</summary>
    public string Action { get; private set; }

    /// <summary>Payment, Invoice, User ...</summary>
    public string Entity { get; private set; }

    public string EntityId { get; private set; }

    /// <summary>The organization concerned, so that a client's history can be listed; null for others.</summary>
    public int? OrganizationId { get; private set; }

    /// <summary>JSON with the values before and after.</summary>
    public string Body { get; private set; }

    /// <summary>Hash of the entry before, in hex.</summary>
    public string PrevHash { get; private set; }

    /// <summary>SHA-256 over <see cref="PrevHash"/> and every field, each with its length in front, in hex.</summary>
    public string Hash { get; private set; }

    /// <summary>Recomputes the hash; differs from <see cref="Hash"/> when somebody changed the row.</summary>
    public string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var field in (ReadOnlySpan<string>)
        [
            PrevHash,
            Seq.ToString(CultureInfo.InvariantCulture),
            At.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture),
            ActorId,
            Action,
            Entity,
            EntityId,
            OrganizationId?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
            Body,
        ])
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
