using System.Globalization;
using PaymentsApp.Domain;
using PaymentsApp.Payments;

namespace PaymentsApp.Invoicing.New;

/// <summary>What was typed into the New invoice form so far.</summary>
public sealed class NewInvoiceDraft
{
    private readonly List<NewInvoiceDraftRow> _rows = [new()];
    private int _termsDays = 30;
    private bool _isDueTyped;

    public PayerChoice? Organization { get; private set; }

    public string Number { get; set; } = "";

    public string Currency { get; private set; } = "";

    public DateOnly? IssuedOn { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public IReadOnlyList<NewInvoiceDraftRow> Rows => _rows;

    /// <summary>Null while no row has an amount.</summary>
    public Money? Total => _rows.Any(row => row.Amount is not null)
        ? _rows.Select(row => row.Amount).OfType<Money>().Sum(Currency)
        : null;

    public static NewInvoiceDraft Begin(string number, string currency, DateOnly today)
    {
        var draft = new NewInvoiceDraft { Number = number, Currency = currency };
        draft.Issue(today);
        return draft;
    }

    /// <summary>The organization's currency and terms become the invoice's.</summary>
    public void Choose(PayerChoice organization, int termsDays)
    {
        Organization = organization;
        _termsDays = termsDays;
        Use(organization.Currency);
        ProposeDue();
    }

    public void Issue(DateOnly? issuedOn)
    {
        IssuedOn = issuedOn;
        ProposeDue();
    }

    /// <summary>From now on the terms no longer move the due date.</summary>
    public void Due(DateOnly? dueOn)
    {
        DueOn = dueOn;
        _isDueTyped = dueOn is not null;
    }

    /// <summary>Amounts that were typed in another currency are dropped: 100 dollars are not 100 yen.</summary>
    public void Use(string currency)
    {
        if (currency != Currency)
        {
            Currency = currency;
            _rows.ForEach(row => row.Amount = null);
        }
    }

    public void AddRow() => _rows.Add(new NewInvoiceDraftRow { Issue = _rows[^1].Issue });

    /// <summary>An invoice keeps at least one row.</summary>
    public void Remove(NewInvoiceDraftRow row)
    {
        if (_rows.Count > 1)
        {
            _rows.Remove(row);
        }
    }

    /// <summary>The command, or null with everything that is missing or wrong.</summary>
    public NewInvoice? ToCommand(out IReadOnlyList<string> problems)
    {
        var command = new NewInvoice(
            Organization?.OrganizationId ?? 0,
            Number.Trim(),
            Currency,
            IssuedOn ?? default,
            DueOn ?? IssuedOn ?? default,
            [.. _rows.Select(row => new NewInvoiceRow(row.Description.Trim(), row.Issue, row.Product, row.Amount?.Minor ?? 0))]);
        problems = [.. Missing(), .. NewInvoiceChecks.Check(command)];
        return problems.Count == 0 ? command : null;
    }

    private IEnumerable<string> Missing()
    {
        if (Organization is null)
        {
            yield return "Choose an organization.";
        }

        if (IssuedOn is null || DueOn is null)
        {
            yield return "Give an issue date and a due date.";
        }

        foreach (var (index, row) in _rows.Index())
        {
            if (row.AmountProblem is not null)
            {
                yield return $"Row {(index + 1).ToString(CultureInfo.InvariantCulture)}: {row.AmountProblem}";
            }
        }
    }

    private void ProposeDue()
    {
        if (!_isDueTyped)
        {
            DueOn = IssuedOn?.AddDays(_termsDays);
        }
    }
}
