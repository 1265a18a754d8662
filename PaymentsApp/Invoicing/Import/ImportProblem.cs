namespace PaymentsApp.Invoicing.Import;

/// <summary>Why a line cannot be taken.</summary>
/// <param name="Line">The physical line in the file, counted from 1.</param>
/// <param name="Kind">For counting alike problems.</param>
/// <param name="Reason">A sentence that names what to correct.</param>
public sealed record ImportProblem(long Line, ImportProblemKind Kind, string Reason);
