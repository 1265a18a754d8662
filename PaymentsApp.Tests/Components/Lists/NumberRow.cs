namespace PaymentsApp.Tests.Components.Lists;

/// <summary>A row of the lists under test.</summary>
public sealed record NumberRow(int Id, string Name, int DaysLate = 0);
