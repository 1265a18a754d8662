using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security.Rights;

/// <summary>A public method of a service, who may call it, and how.</summary>
/// <param name="Service">The class.</param>
/// <param name="Method">Its name.</param>
/// <param name="Rule">Who may.</param>
/// <param name="CallAsync">Really calls it, in the name of whoever is signed in to the services.</param>
/// <param name="Changes">It writes: every call needs a scene of its own.</param>
/// <param name="IsSilent">Who may not is answered with nothing instead of a refusal.</param>
public sealed record RightsRow(
    Type Service, string Method, Rule Rule, Func<IServiceProvider, Scene, TestDatabase, Task<Answer>> CallAsync, bool Changes = false, bool IsSilent = false)
{
    public string Name => $"{Service.Name}.{Method}";

    public static RightsRow Read<T>(string method, Rule rule, Func<T, Scene, Task<Answer>> call, bool isSilent = false)
        where T : notnull =>
        new(typeof(T), method, rule, (services, scene, _) => call(services.GetRequiredService<T>(), scene), IsSilent: isSilent);

    public static RightsRow Write<T>(string method, Rule rule, Func<T, Scene, TestDatabase, Task<Answer>> call)
        where T : notnull =>
        new(typeof(T), method, rule, (services, scene, app) => call(services.GetRequiredService<T>(), scene, app), Changes: true);
}
