namespace PaymentsApp.Domain;

/// <summary>Registers the payment that a line of a bank's file is.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Payment">Its id is the line's payment id.</param>
/// <param name="State">Applied: unasked. Accepted: a person took a proposal.</param>
public sealed record ApplyBankLine(Guid LineId, RegisterPayment Payment, BankLineState State);
