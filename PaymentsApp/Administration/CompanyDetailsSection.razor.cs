using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using PaymentsApp.Components;
using PaymentsApp.Domain;

namespace PaymentsApp.Administration;

/// <summary>What receipts and statements say of the company, and its logo. The logo is saved as soon as it is chosen.</summary>
public sealed partial class CompanyDetailsSection : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private CompanyDetailsForm? _form;
    private CompanyLogoView? _logo;
    private IReadOnlyList<string> _problems = [];
    private bool _isBusy;

    [Inject] private CompanyDetailsService Details { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _logo = await Details.FindLogoAsync(_closing.Token);
        _form = await Details.FindAsync(_closing.Token);
    }

    private void Take(CompanyDetailsForm form) => _form = form;

    private async Task SaveAsync()
    {
        if (_form is { } form)
        {
            await ChangeAsync(() => Details.SaveAsync(form, CancellationToken.None), "The details are saved.");
        }
    }

    private Task RemoveLogoAsync() => ChangeAsync(() => Details.RemoveLogoAsync(CancellationToken.None), "The logo is removed.");

    private async Task ChangeLogoAsync(InputFileChangeEventArgs e)
    {
        if (e.File.Size > CompanyLogo.BytesMax)
        {
            _problems = [$"{e.File.Name} is larger than {CompanyLogo.BytesMax / 1024} KB."];
            return;
        }

        await using var content = e.File.OpenReadStream(CompanyLogo.BytesMax, _closing.Token);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, _closing.Token);
        await ChangeAsync(() => Details.SaveLogoAsync(e.File.Name, bytes.ToArray(), CancellationToken.None), "The logo is saved.");
    }

    private async Task ChangeAsync(Func<Task<string?>> change, string done)
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
            if (problem is null)
            {
                Toasts.Success(done);
                _logo = await Details.FindLogoAsync(_closing.Token);
            }
        }
        finally
        {
            _isBusy = false;
        }
    }
}
