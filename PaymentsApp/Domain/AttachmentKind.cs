namespace PaymentsApp.Domain;

/// <summary>What may be attached: what a scanner or a bank makes.</summary>
public enum AttachmentKind
{
    Pdf,
    Png,
    Jpeg,
}
