namespace PaymentsApp.Invoicing.ImportScreen;

/// <summary>How far a file is on its way in.</summary>
public enum ImportStage
{
    NoFile,

    /// <summary>Coming from the browser.</summary>
    Uploading,

    /// <summary>Being read for the first time.</summary>
    Reading,

    /// <summary>Columns, preview and problems are shown.</summary>
    Checking,
    Importing,
    Done,
}
