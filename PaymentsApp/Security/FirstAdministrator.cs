using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;

namespace PaymentsApp.Security;

/// <summary>
/// A new installation has no account and no known password. Whoever reads the program's console gets a code that makes the
/// first administrator, once; it dies with the process, and the way closes for ever when there is an administrator.
/// </summary>
internal sealed class FirstAdministrator(IDbContextFactory<AppDbContext> contexts, FirstAdministratorCode codes, UserAccounts accounts)
{
    public const string Path = "/account/first-administrator";

    /// <summary>Makes a code when nobody can administrate; null when somebody can.</summary>
    public async Task<string?> OpenAsync(CancellationToken cancel) => await HasAdministratorAsync(cancel) ? null : codes.Open();

    /// <summary>Whether the page is there at all.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancel) => codes.IsOpen && !await HasAdministratorAsync(cancel);

    /// <summary>Makes the first administrator; answers with the new user's id, or with what is wrong.</summary>
    public async Task<AddedUser> CreateAsync(string code, NewUser person, CancellationToken cancel)
    {
        if (!codes.IsRight(code))
        {
            return AddedUser.Refused(codes.IsOpen
                ? "The code is not the one on the program's console."
                : "The code was used. There is an administrator already.");
        }

        var added = await accounts.AddAsync(
            person,
            async (db, stop) => await UserAccounts.HasAdministratorAsync(db, stop) ? null : SystemUser.Id,
            "There is an administrator already.",
            cancel);
        if (added.UserId is not null)
        {
            codes.Close();
        }

        return added;
    }

    private async Task<bool> HasAdministratorAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await UserAccounts.HasAdministratorAsync(db, cancel);
    }
}
