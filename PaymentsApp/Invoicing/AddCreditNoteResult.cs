namespace PaymentsApp.Invoicing;

/// <summary>What became of a new credit note.</summary>
public abstract record AddCreditNoteResult
{
    /// <summary>The credit note is on disk; also when the same one was sent again.</summary>
    public sealed record Added(Guid CreditNoteId, string Number) : AddCreditNoteResult;

    /// <summary>Nothing was written.</summary>
    /// <param name="Problems">Sentences for the person at the form.</param>
    public sealed record Refused(IReadOnlyList<string> Problems) : AddCreditNoteResult;
}
