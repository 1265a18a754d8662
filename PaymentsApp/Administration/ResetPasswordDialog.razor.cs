using Microsoft.AspNetCore.Components;
using PaymentsApp.Security;
using Radzen;

namespace PaymentsApp.Administration;

/// <summary>Gives a person a new password, shown once.</summary>
public sealed partial class ResetPasswordDialog
{
    private string _password = PasswordMaker.Make();
    private IReadOnlyList<string> _problems = [];
    private bool _isSaving;

    [Parameter, EditorRequired] public string UserId { get; set; } = string.Empty;

    [Parameter, EditorRequired] public string Name { get; set; } = string.Empty;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private UserService Users { get; set; } = default!;

    /// <summary>Answers true when the password was changed.</summary>
    public static async Task<bool> OpenAsync(DialogService dialogs, string userId, string name)
    {
        object? closedWith = await dialogs.OpenAsync<ResetPasswordDialog>(
            "Reset password",
            new Dictionary<string, object?> { [nameof(UserId)] = userId, [nameof(Name)] = name },
            new DialogOptions { Width = "min(460px, 100vw)", CloseDialogOnOverlayClick = false });
        return closedWith is true;
    }

    private async Task SaveAsync()
    {
        if (_isSaving)
        {
            return;
        }

        _isSaving = true;
        try
        {
            var problem = await Users.ResetPasswordAsync(UserId, _password, CancellationToken.None);
            _problems = problem is null ? [] : [problem];
            if (problem is null)
            {
                Dialogs.Close(true);
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
