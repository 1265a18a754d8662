using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace PaymentsApp.Data;

/// <summary>
/// Lists that go on beyond a row instead of skipping rows, in a form that both databases serve from an index on
/// (column, id): <c>column &gt;= value AND (column &gt; value OR id &gt; last)</c>. With a plain OR SQLite would sort.
/// </summary>
internal static class Keyset
{
    /// <summary>
    /// So many rows are sorted on the spot. A condition that leaves more is met often enough on a walk along the sort index
    /// that holds what it asks for.
    /// </summary>
    public const int FewMax = 2_000;

    /// <summary>
    /// The same where each row on the walk has to be looked up beside the index: of a million rows it passes less than
    /// 13,000 for a page.
    /// </summary>
    public const int FewBesideIndexMax = 4_000;

    /// <summary>Sorts by a column and then the id, both in the same direction, beginning beyond a row.</summary>
    public static IQueryable<T> InOrder<T, TColumn, TId>(
        this IQueryable<T> rows, Expression<Func<T, TColumn>> column, Expression<Func<T, TId>> id, bool isDescending, (TColumn Column, TId Id)? beyond)
    {
        if (beyond is { } from)
        {
            rows = rows.Where(Beyond(column, id, isDescending, from.Column, from.Id));
        }

        return isDescending
            ? rows.OrderByDescending(column).ThenByDescending(id)
            : rows.OrderBy(column).ThenBy(id);
    }

    /// <summary>Whether a narrow condition leaves no more than <see cref="FewBesideIndexMax"/> rows.</summary>
    public static Task<bool> AreFewAsync<T>(this IQueryable<T> rows, CancellationToken cancel) => rows.AreFewAsync(FewBesideIndexMax, cancel);

    /// <summary>Whether a narrow condition leaves no more than so many rows; counted no further.</summary>
    public static async Task<bool> AreFewAsync<T>(this IQueryable<T> rows, int max, CancellationToken cancel) =>
        await rows.Take(max + 1).CountAsync(cancel) <= max;

    private static Expression<Func<T, bool>> Beyond<T, TColumn, TId>(
        Expression<Func<T, TColumn>> column, Expression<Func<T, TId>> id, bool isDescending, TColumn value, TId last)
    {
        var row = column.Parameters[0];
        var idOfRow = new Replace(id.Parameters[0], row).Visit(id.Body);
        var after = isDescending ? ExpressionType.LessThan : ExpressionType.GreaterThan;
        var from = isDescending ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual;
        var body = Expression.AndAlso(
            Compare(from, column.Body, Parameter(value)),
            Expression.OrElse(Compare(after, column.Body, Parameter(value)), Compare(after, idOfRow, Parameter(last))));
        return Expression.Lambda<Func<T, bool>>(body, row);
    }

    private static BinaryExpression Compare(ExpressionType how, Expression left, Expression right) => left.Type == typeof(string)
        ? Expression.MakeBinary(how, Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0))
        : Expression.MakeBinary(how, left, right);

    // Read from an object, as a captured variable is: EF Core then sends a parameter and keeps one plan.
    private static MemberExpression Parameter<TValue>(TValue value) =>
        Expression.Property(Expression.Constant(new Captured<TValue>(value)), nameof(Captured<TValue>.Value));

    private sealed record Captured<TValue>(TValue Value);

    private sealed class Replace(ParameterExpression old, ParameterExpression now) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == old ? now : base.VisitParameter(node);
    }
}
