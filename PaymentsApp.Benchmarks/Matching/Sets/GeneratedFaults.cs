namespace PaymentsApp.Benchmarks.Matching.Sets;

/// <summary>What a generated set does to its payments.</summary>
[Flags]
internal enum GeneratedFaults
{
    None = 0,
    SmallDeduction = 1,
    OtherName = 2,
    BrokenBilling = 4,
    BrokenAssignment = 8,

    /// <summary>Letters for digits and digits for letters.</summary>
    LookAlikes = 16,

    /// <summary>A wrong digit.</summary>
    Typo = 32,

    /// <summary>No number at all.</summary>
    NoReference = 64,

    /// <summary>The payment was made twice.</summary>
    PaidTwice = 128,

    /// <summary>It pays something that is not in the list.</summary>
    NotInList = 256,

    /// <summary>From an account that another customer uses too.</summary>
    OtherAccount = 512,

    /// <summary>A bank kept a fee that nobody agreed.</summary>
    UnknownFee = 1024,
}
