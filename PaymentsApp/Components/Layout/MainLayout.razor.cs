using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using PaymentsApp.Components.Shortcuts;
using Radzen;

namespace PaymentsApp.Components.Layout;

/// <summary>Header, navigation and the page. Menus and theme are switched in the browser (js/shell.js), at once.</summary>
public sealed partial class MainLayout : LayoutComponentBase, IDisposable
{
    private PageErrorBoundary? _errors;
    private bool _isHelpOpen;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    // Another page is another try.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _errors?.Recover();

    private async Task HelpAsync()
    {
        if (_isHelpOpen)
        {
            return;
        }

        _isHelpOpen = true;
        try
        {
            await HelpOverlay.OpenAsync(Dialogs);
        }
        finally
        {
            _isHelpOpen = false;
        }
    }
}
