using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaymentsApp.Data.Maps;

/// <summary>What several maps say of a column.</summary>
internal static class PropertyMaps
{
    public static PropertyBuilder<string> IsCurrency(this PropertyBuilder<string> property) =>
        property.HasMaxLength(3);

    /// <summary>
    /// A stored generated column. The entity computes its own copy, so the column is neither sent nor read back on save.
    /// </summary>
    public static void IsKeptByDatabase(this PropertyBuilder<long> property, string sql)
    {
        property.HasComputedColumnSql(sql, stored: true).ValueGeneratedNever();
        property.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        property.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }
}
