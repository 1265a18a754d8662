namespace PaymentsApp.Banking.Matching;

/// <summary>By what a payer is recognised.</summary>
public enum AliasKind
{
    Account,

    Name,
}
