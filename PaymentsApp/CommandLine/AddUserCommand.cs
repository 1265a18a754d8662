using PaymentsApp.Administration;
using PaymentsApp.Domain;
using PaymentsApp.Security;

namespace PaymentsApp.CommandLine;

/// <summary><c>user add</c>: the way in when no administrator can sign in any more.</summary>
internal static class AddUserCommand
{
    private const string Name = "--name";
    private const string Email = "--email";
    private const string Role = "--role";
    private const string PasswordFromInput = "--password-stdin";

    public static readonly Command Command = new(
        "user add",
        [],
        "Adds a person who may sign in.",
        [
            new(Name, "NAME", "The name colleagues see."),
            new(Email, "ADDRESS", "What the person signs in with."),
            new(Role, "ROLE", $"{string.Join(", ", Roles.All)}. Repeatable."),
            new(PasswordFromInput, null, "Read the initial password from the first line of the input; else one is made and printed."),
        ],
        RunAsync)
    {
        ExitCodes = "0 added, 2 not added",
    };

    private static async Task<int> RunAsync(CommandCall call, CancellationToken cancel)
    {
        var missing = new[] { Name, Email, Role }.FirstOrDefault(option => !call.Arguments.Has(option));
        if (missing is not null)
        {
            return await call.RefuseAsync($"{missing} is missing. PaymentsApp user add --help tells more.");
        }

        var isTyped = call.Arguments.Has(PasswordFromInput);
        var password = isTyped ? await Console.In.ReadLineAsync(cancel) ?? string.Empty : PasswordMaker.Make();
        var person = new NewUser(call.Arguments.Value(Name)!, call.Arguments.Value(Email)!, [.. call.Arguments.All(Role).Select(RoleOf)], password);
        return await call.WithServicesAsync(
            async services =>
            {
                var added = await services.GetRequiredService<UserService>().AddAsync(person, cancel);
                if (added.UserId is null)
                {
                    return await call.RefuseAsync(string.Join(Environment.NewLine, added.Problems));
                }

                await call.Output.WriteLineAsync($"{person.Name} can sign in with {person.Email}.");
                if (!isTyped)
                {
                    await call.Output.WriteLineAsync($"Initial password, shown only now: {password}");
                }

                return ExitCode.Done;
            },
            cancel);
    }

    // "finance" is typed as readily as "Finance".
    private static string RoleOf(string typed) => Roles.All.FirstOrDefault(role => string.Equals(role, typed, StringComparison.OrdinalIgnoreCase)) ?? typed;
}
