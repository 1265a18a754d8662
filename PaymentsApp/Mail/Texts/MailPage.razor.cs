using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail.Texts;

/// <summary>The words of mails, with a preview, and the reminder policies.</summary>
public sealed partial class MailPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<MailTextForm> _forms = [];
    private IReadOnlyList<string> _problems = [];
    private string _name = string.Empty;
    private string _subject = string.Empty;
    private string _text = string.Empty;
    private string _html = string.Empty;
    private MailText? _preview;
    private bool _isBusy;

    [Inject] private MailTextService Texts { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    private MailTextForm? Chosen => _forms.FirstOrDefault(form => form.Kind.Name == _name);

    private MailText Typed => new(_subject.Trim(), _text, _html);

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _forms = await Texts.ListAsync(_closing.Token);
        Choose(_forms[0].Kind.Name);
    }

    private void Choose(string? name)
    {
        _name = name ?? string.Empty;
        _problems = [];
        _preview = null;
        if (Chosen is { } chosen)
        {
            (_subject, _text, _html) = (chosen.Words.Subject, chosen.Words.Text, chosen.Words.Html);
        }
    }

    private async Task PreviewAsync() => _preview = await Texts.PreviewAsync(Typed, _closing.Token);

    private Task SaveAsync() => SaveAsync(Typed, "The text is saved.");

    private Task ResetAsync() => SaveAsync(null, "The program’s own words are used.");

    private async Task SaveAsync(MailText? words, string done)
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            var problem = await Texts.SaveAsync(_name, words, CancellationToken.None);
            if (problem is null)
            {
                _forms = await Texts.ListAsync(_closing.Token);
                Choose(_name);
                Toasts.Success(done);
            }

            _problems = problem is null ? [] : [problem];
        }
        finally
        {
            _isBusy = false;
        }
    }
}
