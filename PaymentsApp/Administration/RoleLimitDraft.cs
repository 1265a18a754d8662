using PaymentsApp.Domain;

namespace PaymentsApp.Administration;

/// <summary>The limits of a role while they are edited. What cannot be read as an amount is no limit of nothing: it is not saved.</summary>
internal sealed class RoleLimitDraft(RoleLimitForm saved)
{
    public string Role => saved.Role;

    public string Currency => saved.LargestWriteOff.Currency;

    /// <summary>Null: an empty box, or a text that is no amount.</summary>
    public Money? WriteOff { get; set; } = saved.LargestWriteOff;

    /// <inheritdoc cref="WriteOff"/>
    public Money? Discount { get; set; } = saved.LargestDiscount;

    public string? WriteOffProblem { get; set; }

    public string? DiscountProblem { get; set; }

    /// <summary>What would be saved, an empty box as zero; null while a text is no amount.</summary>
    public RoleLimitForm? Form => WriteOffProblem is null && DiscountProblem is null
        ? new(Role, WriteOff ?? Money.Zero(Currency), Discount ?? Money.Zero(Currency))
        : null;
}
