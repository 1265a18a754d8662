using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PaymentsApp.Data;

namespace PaymentsApp.Security;

/// <summary>Registers sign-in, sessions and rights.</summary>
internal static class SecurityServices
{
    /// <summary>What OWASP asks of PBKDF2 with SHA-512.</summary>
    private const int HashIterations = 220_000;

    /// <summary>How long a browser that came over https comes over nothing else. The name alone: its neighbours are not ours.</summary>
    private static readonly TimeSpan HttpsRemembered = TimeSpan.FromDays(365);

    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var security = configuration.GetSection(SecurityOptions.Section).Get<SecurityOptions>() ?? new SecurityOptions();
        var isHttpAllowed = security.AllowHttp || environment.IsDevelopment();
        services.AddSingleton(security);
        services.AddSingleton(new SecureTransport(isHttpAllowed));

        // Both without state; SignInService keeps them.
        services.AddSingleton<IPasswordHasher<AppUser>, PasswordHasher<AppUser>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddIdentityCore<AppUser>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = string.Empty; // the e-mail address, which has rules of its own
            options.Password.RequiredLength = PasswordRules.LengthMin;
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
        }).AddRoles<IdentityRole>().AddEntityFrameworkStores<AppDbContext>().AddPasswordValidator<PasswordRules>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);

        services.AddAuthentication(SessionCookie.Scheme)
            .AddCookie(SessionCookie.Scheme, options => SessionCookie.Configure(options, security, isHttpAllowed));
        services.AddAuthorization(SecurityPolicies.Configure);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "payments-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // "always" would fail on http instead of saying what is wrong
        });
        services.AddSignInLimit(security);
        services.AddHsts(options => options.MaxAge = HttpsRemembered);

        var keys = services.AddDataProtection().SetApplicationName(nameof(PaymentsApp));
        if (security.KeyCertificate is { Length: > 0 } file)
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, security.KeyCertificatePassword);
            keys.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }

        services.AddSingleton<IXmlRepository, KeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<IXmlRepository>()));

        services.AddSingleton<Sessions>();
        services.AddScoped<SessionCookie>();
        services.AddSingleton<SignInService>();
        services.AddSingleton<DemoSignIn>();
        services.AddSingleton<FirstAdministratorCode>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<UserAccounts>();
        services.AddScoped<OwnPassword>();

        services.AddScoped<AuthenticationStateProvider, SessionAuthentication>();
        services.AddSingleton<OpenScreens>();
        services.AddScoped<ScreenPlace>();
        services.AddScoped<CircuitHandler, SessionActivity>();
        services.AddScoped<CurrentUser>();
        return services;
    }
}
