using PaymentsApp.Domain;
using PaymentsApp.Payments.Credits;

namespace PaymentsApp.Payments;

/// <summary>Existing credit in the window, with how much of it is to be used.</summary>
public sealed class PaymentDraftCredit(OpenCredit credit)
{
    /// <summary>As it is now; follows what colleagues do.</summary>
    public OpenCredit Credit { get; internal set; } = credit;

    /// <summary>To be used; null: not chosen.</summary>
    public Money? Amount { get; internal set; }

    /// <summary>How its box is called in <see cref="PaymentDraft.ReportProblem"/>; unique in the window.</summary>
    public string Box => $"credit-{Credit.Id}";

    /// <summary>More is to be used than is left, perhaps because a colleague was quicker.</summary>
    public bool IsOver => Amount is { } amount && amount > Credit.Unapplied;
}
