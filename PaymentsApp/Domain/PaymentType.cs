namespace PaymentsApp.Domain;

/// <summary>An entry of the payment type list, which an administrator edits.</summary>
public sealed class PaymentType(string name, PaymentTypeKind kind, int sortOrder)
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 50;

    public int Id { get; private set; }

    public string Name { get; private set; } = Invariant.NotBlank(name);

    public PaymentTypeKind Kind { get; private set; } = kind;

    public int SortOrder { get; private set; } = sortOrder;

    /// <summary>False: kept for the payments that have it, no longer offered.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>The list a new database starts with.</summary>
    public static IReadOnlyList<PaymentType> Standard() =>
    [
        new("Check", PaymentTypeKind.Check, 1),
        new("ACH", PaymentTypeKind.Ach, 2),
        new("Wire", PaymentTypeKind.Wire, 3),
        new("Card", PaymentTypeKind.Card, 4),
        new("Cash", PaymentTypeKind.Cash, 5),
        new("Direct debit", PaymentTypeKind.DirectDebit, 6),
        new("Trade", PaymentTypeKind.Trade, 7),
        new("Other", PaymentTypeKind.Other, 8),
    ];

    public void Edit(string name, PaymentTypeKind kind, int sortOrder, bool isActive)
    {
        Name = Invariant.NotBlank(name);
        Kind = kind;
        SortOrder = sortOrder;
        IsActive = isActive;
    }
}
