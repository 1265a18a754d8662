namespace PaymentsApp.Payments.Remittances;

/// <summary>
/// Reads a remittance advice: text, separated values, a workbook (XLSX) or a PDF with text. It stands above payments, with what
/// reads the bank's files; so the window knows it by this name only.
/// </summary>
/// <param name="bytes">The whole file, or a pasted text in UTF-8.</param>
/// <param name="question">What it may name.</param>
/// <param name="cancel">Stops reading.</param>
/// <returns>What was read, or why nothing was; never an exception for what is in the file.</returns>
public delegate Task<RemittanceAdvice> ReadRemittance(byte[] bytes, RemittanceQuestion question, CancellationToken cancel);
