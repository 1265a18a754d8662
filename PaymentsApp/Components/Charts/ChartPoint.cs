namespace PaymentsApp.Components.Charts;

/// <summary>A bar or a point of a chart.</summary>
/// <param name="Label">What it stands for: a day, a month.</param>
/// <param name="Text">The figure as people read it.</param>
/// <param name="Value">For drawing; not negative.</param>
/// <param name="Href">The list that makes the figure; null for none.</param>
public sealed record ChartPoint(string Label, string Text, long Value, string? Href = null);
