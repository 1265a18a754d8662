using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;
using PaymentsApp.Data;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

public sealed class FirstAdministratorTests
{
    private static readonly AppServerOptions Production = new() { Environment = "Production" };

    [Fact]
    public async Task The_code_on_the_console_makes_one_administrator_and_no_second()
    {
        await using var app = await AppServer.StartAsync(new AppServerOptions
        {
            Environment = "Production",
            Settings = new Dictionary<string, string> { ["Security:AllowHttp"] = "true", ["Security:SignInsPerMinute"] = "1000" },
        });
        var code = ProductionServer.CodeOf(app.Output);
        using var person = new WebPerson(app);
        using var late = new WebPerson(app);
        await late.PageAsync("/account/first-administrator");

        using var wrong = await ProductionServer.CreateFirstAsync(person, "AAAAA-AAAAA-AAAAA-AAAAA");
        for (var guess = 0; guess < 25; guess++) // a stranger's guesses do not lock the owner out
        {
            (await ProductionServer.CreateFirstAsync(late, "BBBBB-BBBBB-BBBBB-BBBBB")).Dispose();
        }

        using var right = await ProductionServer.CreateFirstAsync(person, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        using var again = await ProductionServer.CreateFirstAsync(late, code, "second@example.com");

        Assert.Contains("The code is not the one", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, right.StatusCode);
        using var users = await person.GetAsync("/admin/users");
        Assert.Equal(HttpStatusCode.OK, users.StatusCode);
        Assert.Null(late.SessionCookie);
        using var closed = await late.GetAsync("/account/first-administrator");
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);

        await app.StopAsync();
        var printed = app.Output.Length;
        await app.StartAgainAsync();
        Assert.DoesNotContain("first-administrator", app.Output[printed..], StringComparison.Ordinal);
        using var stillIn = await person.GetAsync("/admin/users");
        Assert.Equal(HttpStatusCode.OK, stillIn.StatusCode); // the keys of cookies are in the database
    }

    [Fact]
    public async Task Without_permission_for_plain_http_the_cookie_is_for_https_only()
    {
        using var folder = new TemporaryFolder();
        var certificate = Path.Combine(folder.Path, "keys.pfx");
        await MakeCertificateAsync(certificate, "secret");
        await using var app = await AppServer.StartAsync(Production with
        {
            Settings = new Dictionary<string, string>
            {
                ["Security:SignInsPerMinute"] = "4",
                ["Security:KeyCertificate"] = certificate,
                ["Security:KeyCertificatePassword"] = "secret",
            },
        });
        using var person = new WebPerson(app);

        using var made = await ProductionServer.CreateFirstAsync(person, ProductionServer.CodeOf(app.Output));

        var cookie = Assert.Single(made.Headers.GetValues("Set-Cookie"), header => header.StartsWith("__Host-payments=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(app.DataFolder, DatabaseOptions.FileName)};Mode=ReadOnly;Pooling=False"))
        {
            await database.OpenAsync();
            await using var command = database.CreateCommand();
            command.CommandText = "SELECT count(*), sum(Xml LIKE '%EncryptedXmlDecryptor%'), sum(Xml LIKE '%<masterKey%') FROM ProtectionKeys";
            await using var keys = await command.ExecuteReaderAsync();
            Assert.True(await keys.ReadAsync());
            Assert.True(keys.GetInt64(0) > 0);
            Assert.Equal(keys.GetInt64(0), keys.GetInt64(1)); // with the certificate, which is not in the database
            Assert.Equal(0, keys.GetInt64(2));
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        request.Headers.Host = "payments.example.com";
        using var elsewhere = await person.SendAsync(request);
        Assert.Contains("only taken over https", await elsewhere.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        HttpStatusCode last = default;
        for (var guess = 0; guess < 5; guess++)
        {
            using var answer = await person.SignInAsync($"nobody{guess}@example.com", "some password 12");
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task A_demo_person_signs_in_with_one_click_in_development()
    {
        await using var app = await AppServer.StartAsync();
        using var person = new WebPerson(app);

        using var foreign = await person.DemoSignInAsync("demo-finance", "//evil.example/");
        using var page = await person.GetAsync("/finance/collection/register-payments");
        using var denied = await person.GetAsync("/admin/users");
        using var system = new WebPerson(app);
        using var refused = await system.DemoSignInAsync("system");

        Assert.Equal("/", foreign.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("/account/no-access", denied.Headers.Location!.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Null(system.SessionCookie);
    }

    private static async Task MakeCertificateAsync(string path, string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, password));
    }
}
