using PaymentsApp.Banking.Matching;

namespace PaymentsApp.Tests.Banking.Matching;

public sealed class MatchLearningTests
{
    private static readonly ConfirmedMatch Once = new("ADL TECH", "DE02 1203 0000 0000 2020 51", 7);

    [Fact]
    public void An_account_and_a_name_are_usable_after_the_second_confirmation()
    {
        var first = MatchLearning.Learn(MatchMemory.Empty, [Once]);
        var second = MatchLearning.Learn(first, [Once]);

        Assert.Empty(Payers(first, AliasKind.Account));
        Assert.Equal([7], Payers(second, AliasKind.Account));
        Assert.Equal([7], Payers(second, AliasKind.Name));
    }

    [Fact]
    public void One_contradiction_sets_it_back_to_nothing()
    {
        var memory = MatchLearning.Learn(MatchMemory.Empty, [Once, Once, Once]);

        var undone = MatchLearning.Learn(memory, [Once with { PayerId = null, UndonePayerId = 7 }]);
        var others = MatchLearning.Learn(memory, [Once with { PayerId = 8 }]);

        Assert.Empty(Payers(undone, AliasKind.Account));
        Assert.Empty(Payers(others, AliasKind.Account));
        Assert.Equal([7], Payers(MatchLearning.Learn(undone, [Once, Once]), AliasKind.Account));
    }

    [Fact]
    public void What_was_learned_finds_the_payer_of_a_number_with_a_fault()
    {
        MatchPayer[] payers = [.. Enumerable.Range(1, 20).Select(id => new MatchPayer(id, [$"Customer {(char)('A' + id)}{id}"]))];
        MatchInvoice[] invoices =
        [
            .. Enumerable.Range(0, 400).Select(i => new MatchInvoice(
                i, (i % 20) + 1, [$"{400_000 + (i * 13)}"], "EUR", 50_000 + (i * 911L), new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 5))),
        ];
        var line = new MatchLine(1, "ADL TECH", Once.PayerAccount, "Nr 40078", invoices[6].OpenMinor - 10_000, "EUR", new DateOnly(2026, 2, 1));

        var unknown = MatchRun.Decide(MatchIndex.Build(invoices, payers, MatchMemory.Empty), [line])[0];
        var known = MatchRun.Decide(MatchIndex.Build(invoices, payers, MatchLearning.Learn(MatchMemory.Empty, [Once, Once])), [line])[0];

        Assert.True(known.Score > unknown.Score);
        Assert.Equal(PayerSigns.Account | PayerSigns.Name, known.Proposals[0].Payer);
    }

    private static IEnumerable<int> Payers(MatchMemory memory, AliasKind kind) =>
        memory.Payers(kind, MatchMemory.KeyOf(kind, kind == AliasKind.Name ? "Adl-Tech" : "de02120300000000202051"));
}
