using PaymentsApp.Domain;
using PaymentsApp.Journal;
using static PaymentsApp.Tests.Security.Rights.RightsRow;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>The derived double entry.</summary>
internal static class JournalRights
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<RightsRow> Rows { get; } =
    [
        Read<JournalService>("AccountsAsync", Rule.FinanceWithoutId, async (journal, _) => Answer.Allowed(await journal.AccountsAsync(None))),
        Read<JournalService>("TotalsAsync", Rule.FinanceWithoutId, async (journal, _) =>
            Answer.Allowed(await journal.TotalsAsync(new DateOnly(2020, 1, 1), new DateOnly(2030, 1, 1), None))),
        Read<JournalService>("ExportAsync", Rule.FinanceWithoutId, async (journal, _) =>
            Answer.Allowed(await journal.ExportAsync(new DateOnly(2020, 1, 1), new DateOnly(2030, 1, 1), new MemoryStream(), None))),
        Write<JournalService>("SaveAccountAsync", Rule.FinanceWithoutId, async (journal, _, _) =>
            Answer.Sentence(await journal.SaveAccountAsync(new AccountForm(LedgerAccount.Bank, "1010", "Bank"), None))),
    ];
}
