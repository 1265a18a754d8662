using PaymentsApp.Domain;

namespace PaymentsApp.Payments.Lists;

/// <summary>A payment as lists show it.</summary>
/// <param name="Applied">On invoices now.</param>
/// <param name="Unapplied">On no invoice; zero when reversed.</param>
public sealed record PaymentRow(
    Guid Id,
    long Number,
    DateOnly ReceivedOn,
    int PayerId,
    string Payer,
    string Type,
    string? Reference,
    Money Amount,
    Money Applied,
    Money Unapplied,
    bool IsReversed,
    string RecordedBy);
