using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using Radzen;

namespace PaymentsApp.Statements.Sending;

/// <summary>Sends the statement of one client by mail: to whom, in which words.</summary>
public sealed partial class SendStatementDialog : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Guid _mailId = Guid.CreateVersion7();
    private readonly HashSet<string> _chosen = new(StringComparer.OrdinalIgnoreCase);
    private StatementOffer? _offer;
    private StatementForm _form;
    private string _further = string.Empty;
    private string _subject = string.Empty;
    private string _text = string.Empty;
    private IReadOnlyList<string> _problems = [];
    private bool _isSending;

    [Parameter, EditorRequired] public StatementAsked Asked { get; set; } = default!;

    [Inject] private StatementService Statements { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    public static Task OpenAsync(DialogService dialogs, StatementAsked asked) => dialogs.OpenAsync<SendStatementDialog>(
        "Send statement",
        new Dictionary<string, object?> { [nameof(Asked)] = asked },
        new DialogOptions { Width = "min(560px, 100vw)", CloseDialogOnOverlayClick = false });

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _form = Asked.Form;
        _offer = await Statements.OfferAsync(Asked, _closing.Token);
        if (_offer is { } offer)
        {
            (_subject, _text) = (offer.Subject, offer.Text);
            _chosen.UnionWith(offer.Recipients.Where(contact => contact.IsBilling).Select(contact => contact.Address).Take(MailAddresses.CountMax));
        }
    }

    private static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    private void Choose(string address, bool isChosen)
    {
        if (isChosen)
        {
            _chosen.Add(address);
        }
        else
        {
            _chosen.Remove(address);
        }
    }

    private async Task SendAsync()
    {
        if (_isSending || _offer is not { } offer)
        {
            return;
        }

        var further = _further.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<string> to = [.. offer.Recipients.Select(contact => contact.Address).Where(_chosen.Contains).Concat(further).Distinct(StringComparer.OrdinalIgnoreCase)];
        _isSending = true;
        _problems = [];
        StateHasChanged();
        try
        {
            // Not cancelled when the person leaves: what was asked for is sent.
            var command = new SendStatement(_mailId, Asked with { Form = _form }, to, _subject, _text);
            if (await Statements.SendAsync(command, CultureInfo.CurrentCulture, CancellationToken.None) is { } problem)
            {
                _problems = [problem];
                return;
            }

            Toasts.Success(to.Count == 1 ? $"The statement goes to {to[0]}." : $"The statement goes to {to.Count} people.");
            Dialogs.Close();
        }
        finally
        {
            _isSending = false;
        }
    }
}
