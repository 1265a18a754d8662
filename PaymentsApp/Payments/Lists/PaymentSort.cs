namespace PaymentsApp.Payments.Lists;

/// <summary>The columns that payments can be sorted by.</summary>
public enum PaymentSort
{
    Received,
    Number,
    Amount,
}
