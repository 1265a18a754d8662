using System.Globalization;
using Microsoft.AspNetCore.Components.Forms;

namespace PaymentsApp.BankDesk;

// Files that are chosen or dropped, one after the other.
public sealed partial class BankFiles
{
    private async Task ReceiveAsync(InputFileChangeEventArgs e)
    {
        _problems = [];
        _questions = [];
        var problems = new List<string>();
        if (e.FileCount > FilesMax)
        {
            _problems = [$"At most {FilesMax} files at once; put more into a zip."];
            return;
        }

        foreach (var file in e.GetMultipleFiles(FilesMax))
        {
            if (file.Size > BankImport.BytesMax)
            {
                problems.Add($"{file.Name} is larger than {BankImport.BytesMax / 1024 / 1024} MB.");
                continue;
            }

            (_name, _bytes) = (file.Name, []);
            await WorkAsync(async (progress, cancel) =>
            {
                using var memory = new MemoryStream((int)file.Size);
                await using var content = file.OpenReadStream(BankImport.BytesMax, cancel);
                await content.CopyToAsync(memory, cancel);
                _bytes = memory.ToArray();
                await ImportAsync(NoAnswers, problems, progress, cancel);
            });
            if (_questions.Count > 0)
            {
                break; // answered first; the others are dropped again
            }
        }

        _problems = [.. _problems, .. problems];
    }

    private async Task AnswerAsync(IReadOnlyDictionary<string, string> answers)
    {
        var problems = new List<string>();
        _questions = [];
        await WorkAsync((progress, cancel) => ImportAsync(answers, problems, progress, cancel));
        _problems = [.. _problems, .. problems];
    }

    private void ForgetQuestions() => (_questions, _bytes) = ([], []);

    private async Task ImportAsync(IReadOnlyDictionary<string, string> answers, List<string> problems, IProgress<BankImportProgress> progress, CancellationToken cancel)
    {
        switch (await Import.ImportAsync(_name, _bytes, answers, progress, cancel))
        {
            case BankImportResult.Imported:
                _bytes = [];
                break;
            case BankImportResult.AlreadyImported already:
                Toasts.Note($"{_name} was already imported by {already.By} on {already.At.ToString("g", CultureInfo.CurrentCulture)}: nothing was added.");
                break;
            case BankImportResult.Asks asks:
                _questions = asks.Questions;
                break;
            case BankImportResult.Refused refused:
                problems.Add($"{_name}: {refused.Reason}");
                break;
        }
    }
}
