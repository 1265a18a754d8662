namespace PaymentsApp.Banking.Matching;

/// <summary>What tells who paid.</summary>
[Flags]
public enum PayerSigns
{
    None = 0,

    Name = 1,

    SimilarName = 2,

    Account = 4,

    /// <summary>The account paid once before for this payer: not yet enough to rely on.</summary>
    SeenOnce = 8,

    CustomerNumber = 16,
}
