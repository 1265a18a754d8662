using PaymentsApp.Documents;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Receipts;

namespace PaymentsApp.Statements;

/// <summary>How a statement is laid out.</summary>
internal sealed class StatementPage(PdfDocument document, Statement statement)
{
    /// <summary>The most rows that are printed of one account; the totals count all.</summary>
    private const int RowsMax = 20_000;

    private static readonly PdfColumn[] ItemColumns =
    [
        new("Document", 3.7), new("Date", 1.9), new("Due", 1.9), new("Days late", 1.5, PdfAlign.End), new("Amount", 1.9, PdfAlign.End), new("Open", 1.9, PdfAlign.End),
    ];

    private static readonly PdfColumn[] LineColumns =
    [
        new("Date", 1.9), new("What happened", 4.8), new("Charges", 1.9, PdfAlign.End), new("Payments and credits", 1.9, PdfAlign.End), new("Balance", 2, PdfAlign.End),
    ];

    private readonly StatementAsked _asked = statement.Asked;

    private bool IsActivity => _asked.Form == StatementForm.Activity;

    /// <summary>Writes it as a part of its own, with page numbers of its own.</summary>
    /// <param name="company">Who writes.</param>
    public void Write(CompanyHead company)
    {
        document.RunningHead($"{company.Name} · {statement.Name}", $"Statement as of {DocumentText.Of(_asked.On)}");
        document.Letterhead(company.Letterhead, "Statement");
        document.Paragraph(statement.Name, isBold: true);
        document.Paragraph($"Customer number {statement.CustomerNumber}", PdfTone.Soft);
        document.Space(12);
        document.Facts(
        [
            ("As of", DocumentText.Of(_asked.On)),
            ("Shows", IsActivity ? $"Everything from {DocumentText.Of(_asked.From)} to {DocumentText.Of(_asked.On)}" : "Open items"),
        ]);
        foreach (var account in statement.Accounts)
        {
            WriteAccount(account);
            WriteHowToPay(account, company);
        }
    }

    private void WriteAccount(StatementAccount account)
    {
        document.Space(4);
        document.Headline(account.Balance switch
        {
            { IsPositive: true } balance => $"{Text(balance)} to pay",
            { IsNegative: true } balance => $"{Text(-balance)} to your credit",
            _ => $"Nothing to pay in {account.Currency}",
        });
        if (account.Overdue.IsPositive)
        {
            document.Paragraph($"{Text(account.Overdue)} of the open invoices is past due.", PdfTone.Danger);
        }

        if (IsActivity)
        {
            WriteLines(account);
        }
        else
        {
            WriteItems(account);
        }

        if (account.Outstanding.IsPositive)
        {
            WriteAging(account);
        }
    }

    private void WriteItems(StatementAccount account)
    {
        document.Heading($"Open items in {account.Currency}");
        if (account.Items.Count == 0)
        {
            document.Paragraph("None.");
            return;
        }

        IReadOnlyList<string> balance = ["Balance", string.Empty, string.Empty, string.Empty, string.Empty, Figure(account.Balance)];
        document.Table(
            ItemColumns,
            account.Items.Take(RowsMax).Select(item => (IReadOnlyList<string>)
            [
                item.Note is null ? item.Title : $"{item.Title}, {item.Note}", DocumentText.Of(item.On), item.DueOn is { } due ? DocumentText.Of(due) : string.Empty,
                item.DaysLate > 0 ? item.DaysLate.ToString("N0", DocumentText.Culture) : string.Empty, Figure(item.Total), Figure(item.Open),
            ]),
            account.Credit.IsZero
                ? [balance]
                :
                [
                    ["Open invoices", string.Empty, string.Empty, string.Empty, string.Empty, Figure(account.Outstanding)],
                    ["Unapplied credit", string.Empty, string.Empty, string.Empty, string.Empty, Figure(-account.Credit)],
                    balance,
                ]);
        SayThatRowsAreMissing(account.Items.Count);
    }

    private void WriteLines(StatementAccount account)
    {
        document.Heading($"Activity in {account.Currency}");
        var closing = account.Lines.Count == 0 ? account.Opening : account.Lines[^1].Balance;
        IReadOnlyList<string> opening = [DocumentText.Of(_asked.From), "Opening balance", string.Empty, string.Empty, Figure(account.Opening)];
        document.Table(
            LineColumns,
            account.Lines.Take(RowsMax).Select(line => (IReadOnlyList<string>)
            [
                DocumentText.Of(line.On), line.Text, line.Amount.IsNegative ? string.Empty : Figure(line.Amount),
                line.Amount.IsNegative ? Figure(-line.Amount) : string.Empty, Figure(line.Balance),
            ]).Prepend(opening),
            [[string.Empty, "Closing balance", Figure(Sum(account, isCharge: true)), Figure(Sum(account, isCharge: false)), Figure(closing)]]);
        SayThatRowsAreMissing(account.Lines.Count);
        if (!account.Credit.IsZero)
        {
            document.Paragraph($"The balance is {Text(account.Outstanding)} of open invoices less {Text(account.Credit)} of unapplied credit.", PdfTone.Soft);
        }
    }

    private void WriteAging(StatementAccount account)
    {
        document.Heading("Age of open invoices");
        IReadOnlyList<string> titles = [.. account.Aging.Bounds.Titles, "Total"];
        document.Table(
            [.. titles.Select(title => new PdfColumn(title, 1, PdfAlign.End))],
            [[.. account.Aging.PartsMinor.Select((_, part) => Figure(account.Aging.Part(part))), Figure(account.Outstanding)]],
            []);
    }

    private void WriteHowToPay(StatementAccount account, CompanyHead company)
    {
        if (!account.Balance.IsPositive || (account.PayTo.Count == 0 && company.HowToPay is null))
        {
            return;
        }

        document.Heading("How to pay");
        foreach (var text in account.PayTo.Append(company.HowToPay).OfType<string>())
        {
            document.Paragraph(text);
            document.Space(4);
        }

        document.Paragraph($"Please name your customer number {statement.CustomerNumber}, or the numbers of the invoices.", PdfTone.Soft);
    }

    private void SayThatRowsAreMissing(int count)
    {
        if (count > RowsMax)
        {
            document.Paragraph($"These are the first {RowsMax.ToString("N0", DocumentText.Culture)} of {count.ToString("N0", DocumentText.Culture)} rows. The totals count all.", PdfTone.Danger);
        }
    }

    private static Money Sum(StatementAccount account, bool isCharge)
    {
        var sum = account.Lines.Where(line => line.Amount.IsPositive == isCharge).Select(line => line.Amount).Sum(account.Currency);
        return isCharge ? sum : -sum;
    }

    private static string Text(Money money) => MoneyText.WithCode(money, DocumentText.Culture);

    private static string Figure(Money money) => MoneyText.Figure(money, DocumentText.Culture);
}
