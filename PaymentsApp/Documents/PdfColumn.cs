namespace PaymentsApp.Documents;

/// <summary>A column of a table.</summary>
/// <param name="Title">Repeated at the top of each page.</param>
/// <param name="Share">How wide it is, compared with the other columns.</param>
/// <param name="Align">Amounts stand at the right.</param>
public sealed record PdfColumn(string Title, double Share, PdfAlign Align = PdfAlign.Start);
