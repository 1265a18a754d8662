namespace PaymentsApp.Components;

/// <summary>A tab with its own address.</summary>
/// <param name="Count">Shown beside the title; null for none.</param>
public sealed record TabLink(string Title, string Href, string? Count = null);
