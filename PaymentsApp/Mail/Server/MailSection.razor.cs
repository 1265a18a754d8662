using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Mail.Sending;

namespace PaymentsApp.Mail.Server;

/// <summary>The mail server in the settings.</summary>
public sealed partial class MailSection : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private MailServerForm? _kept;
    private string _host = string.Empty;
    private string _port = string.Empty;
    private bool _usesTls;
    private string? _userName;
    private string? _password;
    private string _senderName = string.Empty;
    private string _senderAddress = string.Empty;
    private string? _replyTo;
    private string _testTo = string.Empty;
    private SmtpAnswer? _answer;
    private IReadOnlyList<string> _problems = [];
    private bool _isBusy;
    private bool _isTesting;

    [Inject] private MailSettingsService Settings { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private bool IsSetUp => _kept is { Host.Length: > 0 };

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _kept = await Settings.FindAsync(_closing.Token);
        (_host, var port, _usesTls, _userName, _senderName, _senderAddress, _replyTo) = _kept;
        _port = port.ToString(CultureInfo.InvariantCulture);
    }

    private Task SaveAsync() => DoAsync(async () =>
    {
        var port = int.TryParse(_port.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var problem = await Settings.SaveAsync(new MailServerForm(_host, port, _usesTls, _userName, _senderName, _senderAddress, _replyTo), _password, CancellationToken.None);
        if (problem is null)
        {
            _password = null;
            Toasts.Success("The mail server is saved.");
        }

        return problem;
    });

    private Task SwitchAsync(bool isOn) => DoAsync(async () =>
    {
        var problem = await Settings.SwitchAsync(isOn, CancellationToken.None);
        if (problem is null)
        {
            Toasts.Success(isOn ? "Mails go out." : "No mail goes out. What is queued waits.");
        }

        return problem;
    });

    private async Task TestAsync()
    {
        _isTesting = true;
        _answer = null;
        try
        {
            await DoAsync(async () =>
            {
                await Task.Yield(); // a mail server takes its time: let the click be seen first
                _answer = await Settings.TestAsync(_testTo, _closing.Token);
                return null;
            });
        }
        finally
        {
            _isTesting = false;
        }
    }

    private async Task DoAsync(Func<Task<string?>> change)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            var problem = await change();
            _problems = problem is null ? [] : [problem];
            _kept = await Settings.FindAsync(_closing.Token);
        }
        finally
        {
            _isBusy = false;
        }
    }
}
