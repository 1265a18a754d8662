namespace PaymentsApp.Components.Lists.Export;

/// <summary>The files that a list can be written to.</summary>
public enum ExportFormat
{
    Csv,
    Xlsx,
}
