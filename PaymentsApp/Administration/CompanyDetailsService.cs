using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Documents;
using PaymentsApp.Domain;
using PaymentsApp.Live;
using PaymentsApp.Security;

namespace PaymentsApp.Administration;

/// <summary>What receipts and statements say of the company. Answers are null when it is done, else a sentence that says why not.</summary>
public sealed class CompanyDetailsService(IDbContextFactory<AppDbContext> contexts, LiveWrites writes, CurrentUser currentUser, CompanyClock clock)
{
    /// <summary>Empty as long as nothing was given.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<CompanyDetailsForm> FindAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        return FormOf(await db.CompanyDetails.SingleOrDefaultAsync(cancel) ?? new CompanyDetails());
    }

    /// <summary>Null when there is none.</summary>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public async Task<CompanyLogoView?> FindLogoAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await currentUser.RequireAsync(Permission.Administer, db, cancel);
        return await db.CompanyLogos.SingleOrDefaultAsync(cancel) is { } logo
            ? new CompanyLogoView(logo.Kind == AttachmentKind.Png ? "image/png" : "image/jpeg", logo.Bytes)
            : null;
    }

    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> SaveAsync(CompanyDetailsForm form, CancellationToken cancel) => ChangeAsync(
        async (db, stop) =>
        {
            var after = Clean(form);
            if (ProblemOf(after) is { } problem)
            {
                return (problem, null);
            }

            var details = await db.CompanyDetails.AsTracking().SingleOrDefaultAsync(stop);
            var before = FormOf(details ?? new CompanyDetails());
            if (before == after)
            {
                return (null, null);
            }

            if (details is null)
            {
                details = new CompanyDetails();
                db.CompanyDetails.Add(details);
            }

            details.Edit(
                Given(after.Address), Given(after.Email), Given(after.Phone), Given(after.TaxNumber), Given(after.Web), Given(after.HowToPay), after.Paper);
            return (null, JsonSerializer.Serialize(new { before, after }, AuditJson.Options));
        },
        cancel);

    /// <summary>Takes a picture for the top of documents; it goes in place of the one before.</summary>
    /// <param name="fileName">For the answer.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="cancel">Pass none for what a user asked for.</param>
    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> SaveLogoAsync(string fileName, byte[] bytes, CancellationToken cancel)
    {
        var kind = Attachment.KindOf(bytes);
        var problem = bytes.Length > CompanyLogo.BytesMax ? $"{fileName} is larger than {CompanyLogo.BytesMax / 1024} KB."
            : kind is not (AttachmentKind.Png or AttachmentKind.Jpeg) ? $"{fileName} is no PNG or JPEG."
            : ProblemOfPicture(bytes);
        return ChangeAsync(
            async (db, stop) =>
            {
                if (problem is not null)
                {
                    return (problem, null);
                }

                var logo = await db.CompanyLogos.AsTracking().SingleOrDefaultAsync(stop);
                var before = logo?.Sha256;
                if (logo is null)
                {
                    logo = new CompanyLogo(kind!.Value, bytes);
                    db.CompanyLogos.Add(logo);
                }
                else
                {
                    logo.Replace(kind!.Value, bytes);
                }

                return (null, before == logo.Sha256 ? null : LogoChange(before, logo.Sha256));
            },
            cancel);
    }

    /// <exception cref="AccessDeniedException">Administrators only.</exception>
    public Task<string?> RemoveLogoAsync(CancellationToken cancel) => ChangeAsync(
        async (db, stop) =>
        {
            if (await db.CompanyLogos.AsTracking().SingleOrDefaultAsync(stop) is not { } logo)
            {
                return (null, null);
            }

            db.CompanyLogos.Remove(logo);
            return (null, LogoChange(logo.Sha256, null));
        },
        cancel);

    private static string LogoChange(string? before, string? after) =>
        JsonSerializer.Serialize(new { before = new { logoSha256 = before }, after = new { logoSha256 = after } }, AuditJson.Options);

    // Read as it will be when it is printed: nobody should learn from a receipt that fails that the picture was damaged.
    private static string? ProblemOfPicture(byte[] bytes)
    {
        try
        {
            PdfImage.Read(bytes);
            return null;
        }
        catch (InvalidDataException e)
        {
            return e.Message;
        }
    }

    private static CompanyDetailsForm FormOf(CompanyDetails details) => new(
        details.Address ?? "", details.Email ?? "", details.Phone ?? "", details.TaxNumber ?? "", details.Web ?? "", details.HowToPay ?? "", details.Paper);

    private static CompanyDetailsForm Clean(CompanyDetailsForm form) => form with
    {
        Address = Lines(form.Address),
        Email = form.Email.Trim(),
        Phone = form.Phone.Trim(),
        TaxNumber = form.TaxNumber.Trim(),
        Web = form.Web.Trim(),
        HowToPay = Lines(form.HowToPay),
    };

    private static string Lines(string text) => text.Trim().ReplaceLineEndings("\n");

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static string? ProblemOf(CompanyDetailsForm form) =>
        form.Address.Length > CompanyDetails.AddressLength ? $"The address is longer than {CompanyDetails.AddressLength} characters."
        : form.HowToPay.Length > CompanyDetails.HowToPayLength ? $"The text on how to pay is longer than {CompanyDetails.HowToPayLength} characters."
        : ((string[])[form.Email, form.Phone, form.TaxNumber, form.Web]).Any(line => line.Length > CompanyDetails.LineLength)
            ? $"E-mail, phone, tax number and web address have at most {CompanyDetails.LineLength} characters."
        : form.Email.Length > 0 && (!System.Net.Mail.MailAddress.TryCreate(form.Email, out var address) || address.Address != form.Email)
            ? $"“{form.Email}” is no e-mail address."
        : CardNumbers.Contains(form.HowToPay) || CardNumbers.Contains(form.Address) ? "The text looks like a card number. It must not be stored."
        : form.Paper is { } paper && !Enum.IsDefined(paper) ? "There is no such paper."
        : null;

    // The body answers a refusal, or the change to note; neither when nothing changes.
    private Task<string?> ChangeAsync(Func<AppDbContext, CancellationToken, Task<(string? Refusal, string? Change)>> body, CancellationToken cancel) =>
        writes.ExecuteAsync(
            async (db, changes, stop) =>
            {
                await db.LockLedgerHeadAsync(stop);
                var access = await currentUser.RequireAsync(Permission.Administer, db, stop);
                var (refusal, change) = await body(db, stop);
                if (refusal is null && change is not null)
                {
                    await db.AppendAuditAsync(new AuditFact("SettingsChanged", "Settings", "1", change), clock.RecordedBy(access.UserId), stop);
                    await db.SaveChangesAsync(stop);
                    changes.Add(PaymentChange.Everything);
                }

                return refusal;
            },
            cancel);
}
