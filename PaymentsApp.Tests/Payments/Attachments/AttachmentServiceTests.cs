using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Attachments;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Payments.Attachments;

/// <summary>Scans and remittances are kept with their payment, whole, once, and only if they are what they should be.</summary>
public sealed class AttachmentServiceTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 a check"u8];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory, BothDatabases]
    public async Task A_scan_comes_back_as_it_was_added(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var payment = await RegisteredAsync(desk);
        var service = desk.App.Get<AttachmentService>();

        Assert.Null(await service.AddAsync(payment, "Check 1.PDF", Pdf, default));
        Assert.Null(await service.AddAsync(payment, "photo.png", Png, default));

        var files = await service.ListAsync(payment, default);
        Assert.Equal([("Check 1.pdf", AttachmentKind.Pdf, Pdf.Length), ("photo.png", AttachmentKind.Png, Png.Length)], files.Select(file => (file.FileName, file.Kind, file.Length)));
        var file = await service.DownloadAsync(files[0].Id, default);
        Assert.Equal(Pdf, file!.Bytes);
        Assert.Equal("Check 1.pdf", file.FileName);
        Assert.Equal("Attached", (await desk.LastAuditAsync()).Action);
    }

    [Theory, BothDatabases]
    public async Task The_same_file_twice_is_kept_once(DatabaseProvider provider)
    {
        await using var desk = await PaymentDesk.OpenAsync(provider);
        var payment = await RegisteredAsync(desk);
        var service = desk.App.Get<AttachmentService>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => service.AddAsync(payment, $"scan {i}.pdf", Pdf, default)));

        Assert.All(answers, Assert.Null);
        Assert.Single(await service.ListAsync(payment, default));
    }

    [Theory]
    [InlineData("check.pdf", "MZ a program")]
    [InlineData("check.pdf", "<html><script>")]
    [InlineData("check.pdf", "")]
    [InlineData("check.png", "GIF89a")]
    [InlineData("4111 1111 1111 1111.pdf", "%PDF-1")]
    public async Task What_is_no_scan_is_refused_whatever_its_name_says(string name, string content)
    {
        await using var desk = await PaymentDesk.OpenAsync(DatabaseProvider.Sqlite);
        var payment = await RegisteredAsync(desk);
        var before = await desk.FactsAsync();

        Assert.NotNull(await desk.App.Get<AttachmentService>().AddAsync(payment, name, System.Text.Encoding.UTF8.GetBytes(content), default));

        Assert.Equal(before, await desk.FactsAsync());
        Assert.Equal(0, await desk.App.ReadAsync(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_is_too_large_and_one_too_many_are_refused()
    {
        await using var desk = await PaymentDesk.OpenAsync(DatabaseProvider.Sqlite);
        var payment = await RegisteredAsync(desk);
        var service = desk.App.Get<AttachmentService>();

        var large = new byte[Attachment.BytesMax + 1];
        Pdf.CopyTo(large, 0);
        Assert.Contains("larger than 10 MB", await service.AddAsync(payment, "large.pdf", large, default), StringComparison.Ordinal);
        for (var i = 0; i < Attachment.CountMax; i++)
        {
            Assert.Null(await service.AddAsync(payment, $"{i}.pdf", [.. Pdf, (byte)i], default));
        }

        Assert.Contains("at most 20", await service.AddAsync(payment, "more.pdf", [.. Pdf, 99], default), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..\\..\\etc\\passwd", "passwd.pdf")]
    [InlineData("../../check.pdf", "check.pdf")]
    [InlineData("a\nb\u202Efdp.exe", "abfdp.pdf")]
    [InlineData("...", "attachment.pdf")]
    [InlineData("remittance March.PDF", "remittance March.pdf")]
    public void A_file_name_leads_nowhere(string name, string clean) => Assert.Equal(clean, Attachment.CleanName(name, AttachmentKind.Pdf));

    private static async Task<Guid> RegisteredAsync(PaymentDesk desk) => (await desk.RegisterAsync(desk.Command())).PaymentId;
}
