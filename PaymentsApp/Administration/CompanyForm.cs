namespace PaymentsApp.Administration;

/// <summary>The company's settings, as typed.</summary>
public sealed record CompanyForm(string CompanyName, string TimeZone, string Currency);
