using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace PaymentsApp.Payments.Remittances;

/// <summary>Reads a remittance advice into the window's draft. Nothing is applied before a person says so.</summary>
public sealed partial class RemittancePanel : ComponentBase, IDisposable
{
    // A circuit takes messages of 32 KB.
    private const int TextMax = 8_000;
    private const int MegabytesMax = 5;

    private static readonly TimeSpan AfterTyping = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _closing = new();
    private string _text = string.Empty;
    private RemittanceAdvice? _advice;
    private IReadOnlyList<RemittanceStanding> _standings = [];
    private RemittanceView? _view;
    private bool _isReading;
    private bool _isTaken;
    private int _readings; // only the newest counts

    [Parameter, EditorRequired] public PaymentDraft Draft { get; set; } = default!;

    /// <summary>Shares were taken over.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    [Inject] private ReadRemittance Read { get; set; } = default!;

    [Inject] private RemittanceQueries Queries { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    // What is open, and the amount, may have changed.
    protected override void OnParametersSet() => Show();

    private string TakeLabel(RemittanceView view) => _isTaken ? "Applied" : view.Apply.Count == 1 ? "Apply to 1" : $"Apply to {view.Apply.Count.ToString("N0", CultureInfo.CurrentCulture)}";

    private async Task TypeAsync(string? text)
    {
        _text = text ?? string.Empty;
        var reading = ++_readings;
        if (string.IsNullOrWhiteSpace(_text))
        {
            (_advice, _view) = (null, null);
            return;
        }

        await Task.Delay(AfterTyping);
        if (reading == _readings && !_closing.IsCancellationRequested)
        {
            await ReadAsync(Encoding.UTF8.GetBytes(_text));
        }
    }

    private async Task ReceiveAsync(InputFileChangeEventArgs e)
    {
        if (e.File.Size > MegabytesMax * 1024 * 1024)
        {
            _advice = RemittanceAdvice.Unreadable($"{e.File.Name} is larger than {MegabytesMax} MB.");
            Show();
            return;
        }

        _isReading = true;
        try
        {
            await using var content = e.File.OpenReadStream(MegabytesMax * 1024 * 1024, _closing.Token);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, _closing.Token);
            _text = string.Empty;
            await ReadAsync(bytes.ToArray());
        }
        catch (IOException)
        {
            _advice = RemittanceAdvice.Unreadable($"{e.File.Name} did not arrive. Choose it again.");
            Show();
        }
        finally
        {
            _isReading = false;
        }
    }

    private async Task ReadAsync(byte[] bytes)
    {
        var reading = ++_readings;
        var sign = CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator == "," ? ',' : '.';
        var advice = await Read(bytes, new RemittanceQuestion(Draft.Currency, Draft.RemittanceItems, Draft.IsAmountTyped ? Draft.Amount?.Minor : null, sign), _closing.Token);
        var standings = await StandingsAsync(advice);
        if (reading == _readings)
        {
            (_advice, _standings, _isTaken) = (advice, standings, false);
            Show();
        }
    }

    private async Task<IReadOnlyList<RemittanceStanding>> StandingsAsync(RemittanceAdvice advice)
    {
        string[] unknown = [.. advice.Lines.Where(line => line.Item is null).Select(line => line.Reference)];
        return unknown.Length > 0 && Draft.Payer is { } payer ? await Queries.FindAsync(payer.OrganizationId, unknown, _closing.Token) : [];
    }

    private void Show() => _view = _advice is null ? null : RemittanceView.Of(_advice, _standings, Draft, CultureInfo.CurrentCulture);

    // The person says which invoice was meant.
    private void Correct(RemittanceLineView shown, string number)
    {
        _advice = _advice! with
        {
            Lines = [.. _advice.Lines.Select(line => line.Row == shown.Row && line.Reference == shown.Reference ? line with { Reference = number, Item = line.Similar, Similar = null } : line)],
        };
        _isTaken = false;
        Show();
    }

    private Task TakeAsync()
    {
        Draft.TakeRemittance(_view!.Apply, _view.SumMinor);
        _isTaken = true;
        Show();
        return Changed.InvokeAsync();
    }
}
