using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Mail.Messages;
using Radzen;

namespace PaymentsApp.Mail.Reminders;

/// <summary>The daily list of reminders, and the outbox.</summary>
public sealed partial class RemindersTab : LiveComponent
{
    private readonly HashSet<ReminderKey> _ticked = [];
    private IReadOnlyList<ReminderProposal>? _proposals;
    private IReadOnlyList<MailRow> _mails = [];
    private IReadOnlyList<string> _problems = [];
    private string _show = string.Empty;
    private bool _isSaving;

    [Inject] private ReminderService Reminders { get; set; } = default!;

    [Inject] private MailQueries Queries { get; set; } = default!;

    [Inject] private MailService Mails { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    private IEnumerable<ReminderProposal> Sendable => (_proposals ?? []).Where(due => due.To.Count > 0);

    private string Ticked => _ticked.Count switch
    {
        0 => string.Empty,
        1 => "1 reminder",
        var count => $"{count.ToString("N0", CultureInfo.CurrentCulture)} reminders",
    };

    private MailFilter Filter => new(Enum.TryParse<MailKind>(_show, out var kind) ? kind : null, NeedsAttention: _show == "attention");

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override bool Concerns(PaymentChange change) => base.Concerns(change) || change.Kind == PaymentChangeKind.MailChanged;

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private static string PluralOf(MailKind kind) => kind == MailKind.Invoices ? "Invoices" : $"{kind}s";

    private void Tick(ReminderKey key, bool isTicked)
    {
        if (isTicked)
        {
            _ticked.Add(key);
        }
        else
        {
            _ticked.Remove(key);
        }
    }

    private void TickAll(bool isTicked)
    {
        _ticked.Clear();
        if (isTicked)
        {
            _ticked.UnionWith(Sendable.Select(due => new ReminderKey(due.OrganizationId, due.Level.Number)));
        }
    }

    private Task ShowAsync(string? show)
    {
        _show = show ?? string.Empty;
        return LoadAsync();
    }

    private Task ReleaseAsync() => DoAsync(async () =>
    {
        var keys = Sendable.Select(due => new ReminderKey(due.OrganizationId, due.Level.Number)).Where(_ticked.Contains).ToList();
        await Task.Yield(); // a hundred mails take a moment: let the click be seen first
        var result = await Reminders.ReleaseAsync(keys, CultureInfo.CurrentCulture, CancellationToken.None);
        _ticked.Clear();
        var done = result.Queued == 1 ? "1 reminder is in the outbox." : $"{result.Queued.ToString("N0", CultureInfo.CurrentCulture)} reminders are in the outbox.";
        Toasts.Success(result.Gone == 0 ? done : $"{done} {result.Gone.ToString("N0", CultureInfo.CurrentCulture)} were settled or reminded meanwhile.");
        return result.WithoutAddress.Count == 0 ? null : $"Nobody has a mail address at {string.Join(", ", result.WithoutAddress)}.";
    });

    private Task WithdrawAsync(MailRow mail) => DoAsync(() => Mails.WithdrawAsync(mail.Id, CancellationToken.None));

    private Task ConfirmSentAsync(MailRow mail) => DoAsync(() => Mails.ConfirmSentAsync(mail.Id, CancellationToken.None));

    private async Task SendAgainAsync(MailRow mail)
    {
        if (mail.State == MailState.Failed
            || await ConfirmDialog.AskAsync(Dialogs, "Send it again?", $"This mail may have arrived at {mail.Recipients} already. Then they get it twice.", "Send again"))
        {
            await DoAsync(() => Mails.SendAgainAsync(mail.Id, CancellationToken.None));
        }
    }

    // Not cancelled when the person leaves.
    private async Task DoAsync(Func<Task<string?>> change)
    {
        if (_isSaving)
        {
            return;
        }

        _isSaving = true;
        try
        {
            var problem = await change();
            _problems = problem is null ? [] : [problem];
            await LoadAsync();
        }
        finally
        {
            _isSaving = false;
        }
    }

    private async Task LoadAsync()
    {
        await Task.Yield(); // SQLite answers synchronously: let the frame be seen first.
        var proposals = await Reminders.ProposalsAsync(Closing);
        _mails = await Queries.ListAsync(Filter, Closing);
        _proposals = proposals;
        _ticked.IntersectWith(Sendable.Select(due => new ReminderKey(due.OrganizationId, due.Level.Number)));
    }
}
