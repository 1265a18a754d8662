namespace PaymentsApp.Security;

/// <summary>What a person may do. Which accounts it holds for is in <see cref="Access"/>.</summary>
public enum Permission
{
    /// <summary>See organizations, invoices and payments. Finance: all; Ad sales: own client accounts.</summary>
    ViewAccounts,

    /// <summary>Register payments. Finance: all; Ad sales: own client accounts.</summary>
    RegisterPayments,

    /// <summary>Apply, unapply and reverse. Finance.</summary>
    ApplyPayments,

    /// <summary>Bring checks and cash to the bank. Finance.</summary>
    MakeDeposits,

    /// <summary>Import bank files and decide about their lines. Finance.</summary>
    MatchBankLines,

    /// <summary>Type and post check runs. Finance.</summary>
    RunChecks,

    /// <summary>See and export the derived double entry, and number its accounts. Finance.</summary>
    ExportJournal,

    /// <summary>Write off, grant discounts and commissions, take deductions, within limits; approve what colleagues asked for. Finance.</summary>
    AdjustInvoices,

    /// <summary>Answer and close disputes. Finance: all; Ad sales: own client accounts.</summary>
    DiscussDisputes,

    /// <summary>Note promises, calls and plans about client accounts. Finance: all; Ad sales: own client accounts.</summary>
    FollowUp,

    /// <summary>Put clients on hold, release them, and set their rule. Finance.</summary>
    HoldCredit,

    /// <summary>Import and type invoices. Finance.</summary>
    AddInvoices,

    /// <summary>Add organizations and change their owner, payer, terms and contacts. Finance.</summary>
    EditOrganizations,

    /// <summary>Send reminders and invoices by mail, and see what was sent. Finance.</summary>
    SendMail,

    /// <summary>People, settings, audit log. Admin.</summary>
    Administer,
}
