namespace PaymentsApp.Domain;

/// <summary>What became of a line of a bank's file. Each line has exactly one state, so the states add up to the file.</summary>
public enum BankLineState
{
    /// <summary>Stored, and not looked at yet: the import runs, or was interrupted.</summary>
    Waiting,

    /// <summary>Came before, in another file: nothing is done with it.</summary>
    Duplicate,

    /// <summary>Safe to apply unasked, and not posted yet: the import runs, or was interrupted.</summary>
    Sure,

    /// <summary>Applied unasked.</summary>
    Applied,

    /// <summary>There is at least one proposal; a person chooses.</summary>
    Proposed,

    /// <summary>Nothing open fits.</summary>
    Unmatched,

    /// <summary>A person took a proposal.</summary>
    Accepted,

    /// <summary>A person registered it in the payment window.</summary>
    Taken,

    /// <summary>A payment came back, and was returned.</summary>
    Returned,

    /// <summary>Money that went out, or that is no customer's.</summary>
    NotReceipt,

    /// <summary>A person leaves it for later or for somebody else.</summary>
    Left,

    /// <summary>It was applied, and that was taken back.</summary>
    Undone,
}
