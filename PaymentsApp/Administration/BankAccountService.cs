using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.Administration;

/// <summary>The bank accounts to which money is brought. Administrators only.</summary>
public sealed class BankAccountService(IDbContextFactory<AppDbContext> contexts, Writes writes, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>All, by name.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<IReadOnlyList<BankAccountForm>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        var accounts = await db.BankAccounts.AsNoTracking().OrderBy(account => account.Name).ThenBy(account => account.Id).ToListAsync(cancel);
        return [.. accounts.Select(FormOf)];
    }

    /// <summary>Adds a bank account, or changes one.</summary>
    /// <returns>Null when it is saved, else a sentence that says why not.</returns>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> SaveAsync(BankAccountForm form, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.Administer, db, cancel);
            var name = form.Name.Trim();
            var number = string.Concat(form.Number.Where(char.IsAsciiLetterOrDigit));
            number = number[Math.Max(0, number.Length - BankAccount.MaskedNumberLength)..];
            var howToPay = form.HowToPay?.Trim() is { Length: > 0 } given ? given.ReplaceLineEndings("\n") : null;
            var account = await db.BankAccounts.AsTracking().SingleOrDefaultAsync(found => found.Id == form.Id, cancel);
            var problem = form.Id is not null && account is null ? "There is no such bank account."
                : name.Length is 0 or > BankAccount.NameLength ? $"The name is missing or longer than {BankAccount.NameLength} characters."
                : CardNumbers.Contains(name) ? "The name looks like a card number. It must not be stored."
                : howToPay?.Length > BankAccount.HowToPayLength ? $"What payers read is longer than {BankAccount.HowToPayLength} characters."
                : CardNumbers.Contains(howToPay) ? "What payers read looks like a card number. It must not be stored."
                : !Currency.IsKnown(form.Currency) ? $"“{form.Currency}” is no currency code."
                : null;
            if (problem is not null)
            {
                return problem;
            }

            var before = account is null ? null : FormOf(account);
            if (account is null)
            {
                account = new BankAccount(name, number, form.Currency);
                account.TellPayers(howToPay);
                db.BankAccounts.Add(account);
                await db.SaveChangesAsync(cancel); // gives the id
            }
            else
            {
                account.Edit(name, number, form.IsActive);
                account.TellPayers(howToPay);
            }

            if (FormOf(account) is var after && after != before)
            {
                var body = JsonSerializer.Serialize(new { before, after });
                await db.AppendAuditAsync(new AuditFact(before is null ? "Added" : "Changed", nameof(BankAccount), $"{account.Id}", body), clock.RecordedBy(access.UserId), cancel);
                await db.SaveChangesAsync(cancel);
            }

            return null;
        },
        cancel);

    private static BankAccountForm FormOf(BankAccount account) => new(account.Id, account.Name, account.MaskedNumber, account.Currency, account.IsActive)
    {
        HowToPay = account.HowToPay,
    };
}
