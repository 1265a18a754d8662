namespace PaymentsApp.Domain;

/// <summary>A bank's file as it came. A fact; its bytes are in <see cref="KeptBankFileContent"/>.</summary>
public sealed class KeptBankFile(Guid id, string fileName, string sha256, int length, DateTime recordedAt, string recordedById)
{
    /// <summary>The longest file name, in characters.</summary>
    public const int FileNameLength = 200;

    public Guid Id { get; private set; } = id;

    public string FileName { get; private set; } = Invariant.NotBlank(fileName);

    /// <summary>Of the bytes, in lower-case hex: the same file is kept once.</summary>
    public string Sha256 { get; private set; } = Invariant.NotBlank(sha256);

    /// <summary>In bytes.</summary>
    public int Length { get; private set; } = length;

    public DateTime RecordedAt { get; private set; } = recordedAt;

    public string RecordedById { get; private set; } = Invariant.NotBlank(recordedById);

    /// <summary>When all its lines were stored, decided and posted as far as they are safe; null while the import runs or was interrupted.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Until when somebody works on it; after that it counts as interrupted.</summary>
    public DateTime? WorkingUntil { get; private set; }

    /// <summary>The file is worked on until then, unless it says so again.</summary>
    public void Work(DateTime until) => WorkingUntil = until;

    /// <summary>Stopped: whoever likes can go on.</summary>
    public void Stop() => WorkingUntil = null;

    public void Finish(DateTime at)
    {
        FinishedAt ??= at;
        WorkingUntil = null;
    }
}
