namespace PaymentsApp.BankDesk;

/// <summary>Which lines of a statement are listed.</summary>
public enum BankLineFilter
{
    NeedsYou,

    Applied,

    ByPeople,

    NotReceipts,

    Left,

    Duplicates,

    All,
}
