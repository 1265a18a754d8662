namespace PaymentsApp.Banking;

/// <summary>Where in the file something stands, so that a posting that is disputed can be followed back to the bank's own bytes.</summary>
/// <param name="Offset">Byte, from 0; in a zip or a workbook that of the unpacked part.</param>
/// <param name="Line">Line, from 1; in a workbook the row.</param>
/// <param name="Length">Bytes; 0 when only the beginning is known.</param>
public readonly record struct SourcePosition(int Offset, int Line, int Length = 0);
