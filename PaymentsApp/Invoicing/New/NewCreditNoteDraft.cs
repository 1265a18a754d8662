using PaymentsApp.Domain;
using PaymentsApp.Payments;

namespace PaymentsApp.Invoicing.New;

/// <summary>What was typed into the New credit note form so far.</summary>
public sealed class NewCreditNoteDraft(string number, string currency, DateOnly today)
{
    /// <summary>The idempotency key: pressed twice, it is saved once.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    public PayerChoice? Organization { get; private set; }

    public string Number { get; set; } = number;

    public string Currency { get; private set; } = currency;

    public DateOnly? IssuedOn { get; set; } = today;

    public Money? Amount { get; set; }

    /// <summary>Why what was typed is no amount; null when it is one or nothing was typed.</summary>
    public string? AmountProblem { get; set; }

    public string ReasonCode { get; set; } = "";

    public string Remark { get; set; } = "";

    /// <summary>The organization's currency becomes the credit note's.</summary>
    public void Choose(PayerChoice organization)
    {
        Organization = organization;
        Use(organization.Currency);
    }

    /// <summary>An amount that was typed in another currency is dropped: 100 dollars are not 100 yen.</summary>
    public void Use(string currency)
    {
        if (currency != Currency)
        {
            Currency = currency;
            Amount = null;
        }
    }

    /// <summary>The command, or null with everything that is missing or wrong.</summary>
    public NewCreditNote? ToCommand(DateOnly today, out IReadOnlyList<string> problems)
    {
        var command = new NewCreditNote(
            Id, Organization?.OrganizationId ?? 0, Number.Trim(), Amount ?? Money.Zero(Currency), IssuedOn ?? default, ReasonCode, Remark);
        problems =
        [
            .. Organization is null ? ["Choose an organization."] : Array.Empty<string>(),
            .. IssuedOn is null ? ["Give an issue date."] : Array.Empty<string>(),
            .. AmountProblem is { } problem ? [problem] : Array.Empty<string>(),
            .. NewCreditNoteChecks.Check(command, today),
        ];
        return problems.Count == 0 ? command : null;
    }
}
