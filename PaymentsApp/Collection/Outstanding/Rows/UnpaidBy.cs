namespace PaymentsApp.Collection.Outstanding.Rows;

/// <summary>What open invoice rows are added up by.</summary>
public enum UnpaidBy
{
    /// <summary>The magazine issue.</summary>
    Issue,
    Product,
}
