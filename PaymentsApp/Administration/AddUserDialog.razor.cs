using Microsoft.AspNetCore.Components;
using PaymentsApp.Security;
using Radzen;

namespace PaymentsApp.Administration;

/// <summary>Adds a person, with an initial password that is shown once.</summary>
public sealed partial class AddUserDialog
{
    private string _name = string.Empty;
    private string _email = string.Empty;
    private string _password = PasswordMaker.Make();
    private IReadOnlyCollection<string> _roles = [];
    private IReadOnlyList<string> _problems = [];
    private bool _isSaving;

    [Inject] private DialogService Dialogs { get; set; } = default!;

    [Inject] private UserService Users { get; set; } = default!;

    /// <summary>Answers with the new person's id, or null when nobody was added.</summary>
    public static async Task<string?> OpenAsync(DialogService dialogs)
    {
        object? closedWith = await dialogs.OpenAsync<AddUserDialog>(
            "New user", [], new DialogOptions { Width = "min(480px, 100vw)", CloseDialogOnOverlayClick = false });
        return closedWith as string;
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
            // Not cancelled: who presses Add wants the person added.
            var added = await Users.AddAsync(new NewUser(_name, _email, [.. _roles], _password), CancellationToken.None);
            _problems = added.Problems;
            if (added.UserId is not null)
            {
                Dialogs.Close(added.UserId);
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
