namespace PaymentsApp.Security;

/// <summary>Marks an endpoint whose answer is a document, not a page: own pages may show it within them.</summary>
internal sealed class ShownInFrame;
