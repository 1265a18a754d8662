using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.Mail;

/// <summary>To whom a mail about an account goes.</summary>
internal static class MailRecipients
{
    /// <summary>
    /// The addresses of its contacts with this role, or of all where nobody has it; of its payer's where it has none itself. Empty when nobody has an address.
    /// </summary>
    public static async Task<IReadOnlyList<string>> OfAsync(AppDbContext db, int organizationId, string? role, CancellationToken cancel)
    {
        var own = Choose(await ContactsAsync(db, organizationId, cancel), role);
        return own.Count > 0 || await db.Organizations.Where(found => found.Id == organizationId).Select(found => found.PayerId).SingleOrDefaultAsync(cancel) is not { } payerId
            ? own
            : Choose(await ContactsAsync(db, payerId, cancel), role);
    }

    private static Task<List<Contact>> ContactsAsync(AppDbContext db, int organizationId, CancellationToken cancel) =>
        db.Set<Contact>().AsNoTracking().Where(contact => contact.OrganizationId == organizationId && contact.Email != null).OrderBy(contact => contact.Id).ToListAsync(cancel);

    private static IReadOnlyList<string> Choose(List<Contact> contacts, string? role)
    {
        var valid = contacts.Where(contact => MailAddresses.IsAddress(contact.Email?.Trim())).ToList();
        var chosen = role is null ? valid : valid.Where(contact => string.Equals(contact.Role?.Trim(), role, StringComparison.OrdinalIgnoreCase)).ToList();
        return [.. (chosen.Count > 0 ? chosen : valid).Select(contact => contact.Email!.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Take(MailAddresses.CountMax)];
    }
}
