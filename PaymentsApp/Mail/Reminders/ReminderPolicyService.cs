using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Mail.Reminders;

/// <summary>
/// When clients are reminded: administrators keep the policies, Finance chooses one for a client. Audited.
/// Answers are null when it is done, else a sentence that says why not.
/// </summary>
public sealed class ReminderPolicyService(IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    private const int RoleLength = 100;

    /// <summary>The default one first.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<IReadOnlyList<ReminderPolicyForm>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        return (await DueReminders.PoliciesAsync(db, cancel)).ConvertAll(FormOf);
    }

    /// <summary>Keeps a policy, or adds one.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> SaveAsync(ReminderPolicyForm form, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.Administer, db, cancel);
            await db.LockLedgerHeadAsync(cancel);
            form = form with { Name = form.Name.Trim(), Levels = [.. form.Levels.Select(level => level with { ContactRole = OrNull(level.ContactRole) })] };
            var all = await db.ReminderPolicies.AsTracking().ToListAsync(cancel);
            var kept = form.IsDefault ? all.Find(policy => policy.IsDefault) : all.Find(policy => policy.Id == form.Id && !policy.IsDefault);
            if (form.Id is not null && kept?.Id != form.Id)
            {
                return "There is no such policy.";
            }

            if (ProblemOf(form, all.Where(policy => policy != kept)) is { } problem)
            {
                return problem;
            }

            var before = kept is null ? null : FormOf(kept);
            if (kept is null)
            {
                kept = new ReminderPolicy(form.Name, form.IsDefault, form.IsAutomatic, form.Levels);
                db.ReminderPolicies.Add(kept);
            }
            else
            {
                kept.Edit(form.Name, form.IsAutomatic, form.Levels);
            }

            await db.AppendAuditAsync(
                new AuditFact("RemindersChanged", "Settings", "reminders", JsonSerializer.Serialize(new { before, after = form }, JsonSerializerOptions.Web)), clock.RecordedBy(access.UserId), cancel);
            await db.SaveChangesAsync(cancel);
            changes.Add(PaymentChange.Everything);
            return (string?)null;
        },
        cancel);

    /// <summary>How a client is reminded; null when there is no such client.</summary>
    /// <exception cref="AccessDeniedException">The person does not edit organizations.</exception>
    public async Task<ReminderChoice?> ChoiceAsync(int organizationId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.EditOrganizations, db, cancel);
        if (!await db.Organizations.AnyAsync(found => found.Id == organizationId, cancel))
        {
            return null;
        }

        var policies = await DueReminders.PoliciesAsync(db, cancel);
        var own = await db.OrganizationReminders.AsNoTracking().SingleOrDefaultAsync(found => found.OrganizationId == organizationId, cancel);
        return new ReminderChoice(KeyOf(own), policies[0].Name, [.. policies.Skip(1).Select(policy => (policy.Id.ToString(CultureInfo.InvariantCulture), policy.Name))]);
    }

    /// <summary>Chooses how a client is reminded.</summary>
    /// <exception cref="AccessDeniedException">The person does not edit organizations.</exception>
    public Task<string?> ChooseAsync(int organizationId, string key, CancellationToken cancel) => writes.ExecuteAsync(
        async (db, changes, cancel) =>
        {
            var access = await currentUser.RequireAsync(Permission.EditOrganizations, db, cancel);
            await db.LockLedgerHeadAsync(cancel);
            if (!await db.Organizations.AnyAsync(found => found.Id == organizationId, cancel))
            {
                return "There is no such organization.";
            }

            int? policyId = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
            if (key is not (ReminderChoice.OfDefault or ReminderChoice.OfNone) && !await db.ReminderPolicies.AnyAsync(policy => policy.Id == policyId && !policy.IsDefault, cancel))
            {
                return "There is no such policy.";
            }

            var own = await db.OrganizationReminders.AsTracking().SingleOrDefaultAsync(found => found.OrganizationId == organizationId, cancel);
            var before = KeyOf(own);
            if (before == key)
            {
                return (string?)null;
            }

            if (key == ReminderChoice.OfDefault)
            {
                db.OrganizationReminders.Remove(own!);
            }
            else if (own is null)
            {
                db.OrganizationReminders.Add(new OrganizationReminders(organizationId, policyId));
            }
            else
            {
                own.Use(policyId);
            }

            await db.AppendAuditAsync(
                new AuditFact("RemindersChanged", nameof(Organization), organizationId.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(new { reminders = new { before, after = key } }), organizationId),
                clock.RecordedBy(access.UserId), cancel);
            await db.SaveChangesAsync(cancel);
            changes.Add(new PaymentChange(PaymentChangeKind.OrganizationsChanged, null, [organizationId], []));
            return null;
        },
        cancel);

    private static ReminderPolicyForm FormOf(ReminderPolicy policy) =>
        new(policy.Id == 0 ? null : policy.Id, policy.Name, policy.IsDefault, policy.IsAutomatic, policy.Levels);

    private static string KeyOf(OrganizationReminders? own) =>
        own is null ? ReminderChoice.OfDefault : own.PolicyId?.ToString(CultureInfo.InvariantCulture) ?? ReminderChoice.OfNone;

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? ProblemOf(ReminderPolicyForm form, IEnumerable<ReminderPolicy> others) =>
        form.Name.Length is 0 or > ReminderPolicy.NameLength ? $"The name is missing or longer than {ReminderPolicy.NameLength} characters."
        : others.Any(other => string.Equals(other.Name, form.Name, StringComparison.OrdinalIgnoreCase)) ? $"There is a policy “{form.Name}” already."
        : form.Levels.Count is 0 or > ReminderPolicy.LevelsMax ? $"A policy has 1 to {ReminderPolicy.LevelsMax} levels."
        : form.Levels.Index().Any(level => level.Item.Number != level.Index + 1 || !Enum.IsDefined(level.Item.Tone)) ? "Levels are numbered from 1."
        : form.Levels.Any(level => level.DaysAfterDue is < 0 or > ReminderPolicy.DaysMax) ? $"A level comes 0 to {ReminderPolicy.DaysMax} days after the due date."
        : form.Levels.Zip(form.Levels.Skip(1)).Any(pair => pair.First.DaysAfterDue >= pair.Second.DaysAfterDue) ? "Each level comes later than the one before."
        : form.Levels.Any(level => level.ContactRole is { Length: > RoleLength }) ? $"A role has at most {RoleLength} characters."
        : null;
}
