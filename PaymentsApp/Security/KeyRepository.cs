using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;

namespace PaymentsApp.Security;

/// <summary>Keeps the keys of cookies and forms in the database, so that every process accepts what another one issued.</summary>
internal sealed class KeyRepository(IDbContextFactory<AppDbContext> contexts, Writes writes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.ProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    // Called at the first start and every 90 days. The interface is synchronous, the write is not: it runs on a thread
    // without a context that could be waiting for this one.
    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => writes.ExecuteAsync(
            async (db, cancel) =>
            {
                db.ProtectionKeys.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
                return await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None)).GetAwaiter().GetResult();
}
