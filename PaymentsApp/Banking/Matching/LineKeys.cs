namespace PaymentsApp.Banking.Matching;

/// <summary>Name and account of a line in the forms in which they are compared, made once for all rounds.</summary>
internal readonly record struct LineKeys(string Name, string Account)
{
    public static LineKeys Of(MatchLine line) =>
        new(MatchMemory.KeyOf(AliasKind.Name, line.PayerName), MatchMemory.KeyOf(AliasKind.Account, line.PayerAccount));
}
