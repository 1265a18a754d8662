using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PaymentsApp.Tests.Mail.Sending;

/// <summary>A mail server on a port of this machine: speaks SMTP over TCP and keeps what it gets; faults on demand.</summary>
public sealed class SmtpTestServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<ReceivedMail> _received = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentBag<Task> _talks = [];
    private readonly Task _listening;

    public SmtpTestServer()
    {
        _listener.Start();
        _listening = ListenAsync();
    }

    public static string Host => "127.0.0.1";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What goes wrong from now on.</summary>
    public SmtpFault Fault { get; set; }

    /// <summary>Whether it offers STARTTLS, with a certificate that nobody trusts.</summary>
    public bool OffersTls { get; set; }

    /// <summary>Called with each mail that is taken, before the answer.</summary>
    public Func<Task>? OnTaken { get; set; }

    /// <summary>The mails that were taken, in order.</summary>
    public IReadOnlyList<ReceivedMail> Received => [.. _received];

    /// <summary>Every line that came outside of a mail.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _listening;
        await Task.WhenAll(_talks);
        _closing.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_closing.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // the test is over
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                if (Fault != SmtpFault.NoGreeting)
                {
                    await TalkAsync(client.GetStream());
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // the other side went away
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var reader = new StreamReader(stream, Encoding.Latin1);
        Task Say(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"), _closing.Token).AsTask();

        await Say("220 test ESMTP");
        var (from, to) = (string.Empty, new List<string>());
        while (await reader.ReadLineAsync(_closing.Token) is { } line)
        {
            _commands.Enqueue(line);
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (word)
            {
                case "EHLO":
                    await Say("250-test");
                    await Say(OffersTls ? "250-STARTTLS" : "250-8BITMIME");
                    await Say("250 AUTH LOGIN");
                    break;
                case "STARTTLS":
                    await Say("220 go ahead");
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = OwnCertificate() }, _closing.Token);
                    await TalkAsync(secure);
                    return;
                case "AUTH":
                    await Say("334 UGFzc3dvcmQ6");
                    _commands.Enqueue(await reader.ReadLineAsync(_closing.Token) ?? string.Empty);
                    await Say(Fault == SmtpFault.PasswordWrong ? "535 wrong password" : "235 welcome");
                    break;
                case "MAIL":
                    (from, to) = (AddressIn(line), []);
                    await Say(Fault == SmtpFault.PasswordWrong ? "530 who are you?" : "250 ok"); // .NET goes on without the password
                    break;
                case "RCPT":
                    var isRefused = Fault == SmtpFault.RecipientNever || (Fault == SmtpFault.SecondRecipientNever && to.Count > 0);
                    if (!isRefused && Fault != SmtpFault.RecipientLater)
                    {
                        to.Add(AddressIn(line));
                    }

                    await Say(isRefused ? "550 no such user" : Fault == SmtpFault.RecipientLater ? "450 try later" : "250 ok");
                    break;
                case "DATA":
                    await Say("354 go ahead");
                    if (!await TakeAsync(reader, Say, from, to))
                    {
                        return;
                    }

                    break;
                case "QUIT":
                    await Say("221 bye");
                    return;
                default:
                    await Say("500 what?");
                    break;
            }
        }
    }

    // False when the connection is to be closed.
    private async Task<bool> TakeAsync(StreamReader reader, Func<string, Task> say, string from, List<string> to)
    {
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync(_closing.Token) is { } line and not ".")
        {
            if (Fault == SmtpFault.DropWithinMail && raw.Length > 1_000_000)
            {
                return false;
            }

            raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        if (Fault is SmtpFault.MailLater or SmtpFault.MailNever)
        {
            await say(Fault == SmtpFault.MailLater ? "451 try later" : "554 not wanted");
            return true;
        }

        _received.Enqueue(new ReceivedMail(from, to, raw.ToString()));
        if (OnTaken is { } onTaken)
        {
            await onTaken();
        }

        if (Fault == SmtpFault.SilentAfterMail)
        {
            await Task.Delay(Timeout.Infinite, _closing.Token);
        }

        if (Fault == SmtpFault.DropAfterMail)
        {
            return false;
        }

        await say("250 taken");
        return true;
    }

    // MAIL FROM:<ar@example.com> SIZE=100
    private static string AddressIn(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static X509Certificate2 OwnCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
