namespace PaymentsApp.Security;

/// <summary>The section "Security" of the configuration.</summary>
public sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <summary>
    /// True: the sign-in cookie also travels over plain http. Only for a network that nobody else listens to;
    /// in Development it is always allowed.
    /// </summary>
    public bool AllowHttp { get; init; }

    /// <summary>After so many minutes without any use a session ends.</summary>
    public int IdleMinutes { get; init; } = 30;

    /// <summary>After so many hours a session ends, used or not.</summary>
    public int SessionHours { get; init; } = 12;

    /// <summary>Sign-ins that one address may try in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>Screens that one person may have open at a time, in all browsers, in one process.</summary>
    public int ScreensPerPerson { get; init; } = 50;

    /// <summary>A PKCS #12 file (.pfx) with which the keys of cookies are encrypted in the database; null: they lie there as they are.</summary>
    public string? KeyCertificate { get; init; }

    /// <summary>Of that file.</summary>
    public string? KeyCertificatePassword { get; init; }

    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);

    public TimeSpan Longest => TimeSpan.FromHours(SessionHours);
}
