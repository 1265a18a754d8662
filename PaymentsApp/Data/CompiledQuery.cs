using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PaymentsApp.Data;

/// <summary>
/// A query that is translated once, for what runs at every click or save: EF Core otherwise compares the whole expression
/// with those it knows, each time. A compiled query belongs to one model, and each database has its own.
/// </summary>
/// <typeparam name="TQuery">What EF.CompileAsyncQuery makes.</typeparam>
/// <param name="compile">Calls EF.CompileAsyncQuery.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _ofModel = [];

    /// <summary>The query for this context's database.</summary>
    public TQuery For(AppDbContext db) => _ofModel.GetValue(db.Model, _ => compile());
}
