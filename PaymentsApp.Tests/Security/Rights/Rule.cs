namespace PaymentsApp.Tests.Security.Rights;

/// <summary>A line of the rights table.</summary>
public enum Rule
{
    /// <summary>Finance: all. Ad sales: own client accounts.</summary>
    Accounts,

    /// <summary>Finance only.</summary>
    Finance,

    /// <summary>Finance and Ad sales; there is no id in it.</summary>
    AccountsWithoutId,

    /// <summary>Finance only; there is no id in it.</summary>
    FinanceWithoutId,

    /// <summary>Administrators only, for whoever exists.</summary>
    Administrator,

    /// <summary>Administrators only; there is no id in it.</summary>
    AdministratorWithoutId,
}
