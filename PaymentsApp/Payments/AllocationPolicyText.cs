using System.Diagnostics;
using PaymentsApp.Domain;

namespace PaymentsApp.Payments;

/// <summary>Policies as screens name them.</summary>
public static class AllocationPolicyText
{
    public static string Of(AllocationPolicy policy) => policy switch
    {
        AllocationPolicy.ExactFirst => "Invoices that add up exactly",
        AllocationPolicy.OldestFirst => "Oldest first",
        AllocationPolicy.ByIssue => "By magazine issue",
        AllocationPolicy.LeaveUnapplied => "Leave unapplied",
        _ => throw new UnreachableException(),
    };
}
