using System.Reflection;
using PaymentsApp.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace PaymentsApp.Tests.Support;

/// <summary>
/// Runs a theory on SQLite and on PostgreSQL: <c>[Theory, BothDatabases]</c> over a method with one
/// <see cref="DatabaseProvider"/> parameter.
/// </summary>
public sealed class BothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Sqlite), new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
