namespace PaymentsApp.Components.Lists.Export;

/// <summary>What a cell holds.</summary>
public enum ExportCellKind
{
    Text,
    Number,
    Date,
}
