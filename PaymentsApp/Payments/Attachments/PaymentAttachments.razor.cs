using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using PaymentsApp.Components;
using PaymentsApp.Domain;
using PaymentsApp.Live;

namespace PaymentsApp.Payments.Attachments;

/// <summary>The files kept with a payment.</summary>
public sealed partial class PaymentAttachments : LiveComponent
{
    private const int Megabytes = Attachment.BytesMax / 1024 / 1024;

    private IReadOnlyList<AttachmentView> _attachments = [];
    private IReadOnlyList<string> _problems = [];
    private Guid _loadedId;
    private bool _isBusy;

    [Parameter, EditorRequired] public Guid PaymentId { get; set; }

    [Inject] private AttachmentService Attachments { get; set; } = default!;

    [Inject] private Downloads Downloads { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_loadedId != PaymentId)
        {
            _loadedId = PaymentId;
            await LoadAsync();
        }
    }

    protected override bool Concerns(PaymentChange change) => change.Kind is PaymentChangeKind.Attached or PaymentChangeKind.Everything && change.TouchesPayment(PaymentId);

    protected override Task OnPaymentsChangedAsync(IReadOnlyList<PaymentChange> changes) => LoadAsync();

    private static string SizeOf(int bytes) => bytes < 1024 * 1024
        ? $"{Math.Max(1, bytes / 1024).ToString("N0", CultureInfo.CurrentCulture)} KB"
        : $"{(bytes / 1024m / 1024m).ToString("N1", CultureInfo.CurrentCulture)} MB";

    private async Task LoadAsync() => _attachments = await Attachments.ListAsync(PaymentId, Closing);

    private async Task AddAsync(InputFileChangeEventArgs e)
    {
        _isBusy = true;
        List<string> problems = [];
        try
        {
            foreach (var file in e.GetMultipleFiles(Attachment.CountMax))
            {
                if (await AddAsync(file) is { } problem)
                {
                    problems.Add(problem);
                }
            }
        }
        catch (InvalidOperationException)
        {
            problems.Add($"Add at most {Attachment.CountMax} files at once.");
        }
        finally
        {
            _isBusy = false;
        }

        _problems = problems;
        await LoadAsync();
    }

    private async Task<string?> AddAsync(IBrowserFile file)
    {
        if (file.Size > Attachment.BytesMax)
        {
            return $"{file.Name} is larger than {Megabytes} MB.";
        }

        await using var content = file.OpenReadStream(Attachment.BytesMax, Closing);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Closing);
        return await Attachments.AddAsync(PaymentId, file.Name, bytes.ToArray(), CancellationToken.None);
    }

    private async Task DownloadAsync(AttachmentView attachment)
    {
        if (await Attachments.DownloadAsync(attachment.Id, Closing) is { } file)
        {
            await Downloads.SaveAsync(file.FileName, new MemoryStream(file.Bytes), "application/octet-stream");
        }
    }
}
