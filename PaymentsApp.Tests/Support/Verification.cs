using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data.Verification;

namespace PaymentsApp.Tests.Support;

internal static class Verification
{
    /// <summary>All differences between the facts and what is kept; empty in every healthy database.</summary>
    public static async Task<IReadOnlyList<LedgerDifference>> VerifyAsync(this TestDatabase app)
    {
        List<LedgerDifference> differences = [];
        await app.Services.GetRequiredService<LedgerVerification>().RunAsync(differences.Add, CancellationToken.None);
        return differences;
    }
}
