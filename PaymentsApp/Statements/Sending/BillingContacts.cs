using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Statements.Sending;

/// <summary>To whom statements of an organization go.</summary>
internal static class BillingContacts
{
    private const int ContactsMax = 200;

    // A role is free text: what people call those who pay bills.
    private static readonly string[] Words = ["bill", "account", "payable", "financ", "invoice", "bookkeep"];

    /// <summary>Its contacts with a mail address, those for bills first; where nobody is for bills, the first of all is.</summary>
    public static async Task<IReadOnlyList<StatementRecipient>> OfAsync(AppDbContext db, int organizationId, CancellationToken cancel)
    {
        var contacts = await db.Set<Contact>().AsNoTracking().Where(contact => contact.OrganizationId == organizationId && contact.Email != null)
            .OrderBy(contact => contact.Name).ThenBy(contact => contact.Id).Take(ContactsMax).ToListAsync(cancel);
        List<StatementRecipient> found = [.. contacts
            .Where(contact => MailAddresses.IsAddress(contact.Email?.Trim()))
            .DistinctBy(contact => contact.Email!.Trim(), StringComparer.OrdinalIgnoreCase)
            .Select(contact => new StatementRecipient(contact.Name, contact.Role, contact.Email!.Trim(), IsBilling(contact.Role)))
            .OrderByDescending(contact => contact.IsBilling)];
        if (found is [{ IsBilling: false } first, ..])
        {
            found[0] = first with { IsBilling = true };
        }

        return found;
    }

    private static bool IsBilling(string? role) => role is not null && Array.Exists(Words, word => role.Contains(word, StringComparison.OrdinalIgnoreCase));
}
