using Microsoft.EntityFrameworkCore;
using PaymentsApp.Banking.Matching;
using PaymentsApp.Data;
using PaymentsApp.Domain;

namespace PaymentsApp.BankDesk;

/// <summary>Writes what a person's decision teaches about accounts and names, in the transaction of the decision.</summary>
internal static class BankLearning
{
    /// <summary>What the program decides by itself teaches nothing.</summary>
    public static Task Nothing(AppDbContext db, KeptBankLine line, int payerId, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>A person said that this payer is right.</summary>
    public static Task ConfirmAsync(AppDbContext db, KeptBankLine line, int payerId, CancellationToken cancel) =>
        LearnAsync(db, line, payerId, undonePayerId: null, cancel);

    /// <summary>A person took back that this payer paid.</summary>
    public static Task ContradictAsync(AppDbContext db, KeptBankLine line, int payerId, CancellationToken cancel) =>
        LearnAsync(db, line, payerId: null, undonePayerId: payerId, cancel);

    private static async Task LearnAsync(AppDbContext db, KeptBankLine line, int? payerId, int? undonePayerId, CancellationToken cancel)
    {
        var entry = BankJson.Entry(line.Entry);
        var match = new ConfirmedMatch(Short(AliasKind.Name, entry.PayerName), Short(AliasKind.Account, entry.PayerAccount), payerId, undonePayerId);
        string[] keys = [MatchMemory.KeyOf(AliasKind.Name, match.PayerName), MatchMemory.KeyOf(AliasKind.Account, match.PayerAccount)];
        var kept = await db.BankAliases.AsTracking().Where(alias => keys.Contains(alias.Key)).ToListAsync(cancel);
        var memory = new MatchMemory(kept.Select(alias => new MatchAlias(Enum.Parse<AliasKind>(alias.Kind), alias.Key, alias.OrganizationId, alias.Confirmed)));
        foreach (var learned in MatchLearning.Learn(memory, [match]).Aliases)
        {
            if (kept.Find(alias => alias.Kind == learned.Kind.ToString() && alias.Key == learned.Key && alias.OrganizationId == learned.PayerId) is { } alias)
            {
                alias.Confirmed = learned.Confirmed;
            }
            else
            {
                db.BankAliases.Add(new BankAlias(learned.Kind.ToString(), learned.Key, learned.PayerId) { Confirmed = learned.Confirmed });
            }
        }
    }

    // A key that is too long to be kept is no name or account.
    private static string Short(AliasKind kind, string? text) =>
        text is not null && MatchMemory.KeyOf(kind, text).Length <= BankAlias.KeyLength ? text : "";
}
