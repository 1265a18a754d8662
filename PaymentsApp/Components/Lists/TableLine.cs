namespace PaymentsApp.Components.Lists;

/// <summary>A row as its table draws it.</summary>
/// <param name="Key">The row's identity.</param>
/// <param name="KeyText">The same in the document, where the browser names the row by it.</param>
/// <param name="Class">CSS classes, but for the selection.</param>
/// <param name="Cells">Made once for as long as the row stays equal; see <see cref="MarkupWriter"/>.</param>
internal sealed record TableLine<TRow>(TRow Row, object Key, string KeyText, string Class, CellMarkup[] Cells);
