using System.Diagnostics;
using System.Globalization;
using PaymentsApp.Domain;
using PaymentsApp.Domain.Sums;

namespace PaymentsApp.Payments.Payers;

/// <summary>The reason in words, as the list of payers shows it.</summary>
public static class PayerReasonText
{
    public static string Of(PayerReason reason, CultureInfo culture) => reason switch
    {
        PayerReason.Name => "name",
        PayerReason.CustomerNumber => "customer number",
        PayerReason.InvoiceNumber invoice => $"invoice {invoice.Number}",
        PayerReason.OneInvoice { Count: 1 } one => $"one open invoice of {MoneyText.WithCode(one.Amount, culture)}",
        PayerReason.OneInvoice several => $"{several.Count.ToString("N0", culture)} open invoices of {MoneyText.WithCode(several.Amount, culture)}",
        PayerReason.AddUp sum => AddUp(sum, culture),
        PayerReason.Reference { IsCheck: true } seen => $"check {seen.Typed} came from them on {seen.SeenOn.ToString("d", culture)}",
        PayerReason.Reference seen => $"reference {seen.Typed} came from them on {seen.SeenOn.ToString("d", culture)}",
        PayerReason.NextCheck next => $"check {next.Previous} came from them, {next.Typed} is next",
        _ => throw new UnreachableException(),
    };

    private static string AddUp(PayerReason.AddUp sum, CultureInfo culture)
    {
        var invoices = sum.Invoices == 1 ? "one invoice" : $"{sum.Invoices.ToString("N0", culture)} invoices";
        var verb = sum.Invoices == 1 ? "comes" : "add up";
        var kept = sum.Kind switch
        {
            ProposalKind.InFull => "",
            ProposalKind.LessDiscount => " less the discount",
            ProposalKind.LessCommission => " less the commission",
            ProposalKind.LessCommissionAndDiscount => " less commission and discount",
            _ => throw new UnreachableException(),
        };
        var others = sum.Sets > 1 ? $", in {sum.Sets.ToString("N0", culture)} ways" : "";
        return $"{invoices}{kept} {verb} to {MoneyText.WithCode(sum.Amount, culture)}{others}";
    }
}
