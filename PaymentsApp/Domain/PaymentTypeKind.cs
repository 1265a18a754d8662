namespace PaymentsApp.Domain;

/// <summary>How money reaches the publisher, as far as the program treats the ways differently.</summary>
public enum PaymentTypeKind
{
    Check,
    Ach,
    Wire,
    Card,
    Cash,
    DirectDebit,
    Trade,
    Other,
}
