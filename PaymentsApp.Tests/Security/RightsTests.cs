using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.Data;
using PaymentsApp.Security;
using PaymentsApp.Tests.Security.Rights;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Security;

/// <summary>
/// The rights table, tried out: every public method of every service, called by everybody with an own, a foreign and a
/// missing id. A method that is not in the table fails here.
/// </summary>
public sealed partial class RightsTests(RightsWorld world) : IClassFixture<RightsWorld>
{
    private static readonly Dictionary<string, RightsRow> Table =
        ((RightsRow[])
        [
            .. AccountRights.Rows, .. OrganizationRights.Rows, .. InvoiceRights.Rows, .. JournalRights.Rows, .. AdministrationRights.Rows,
            .. DifferenceRights.Rows, .. DraftRights.Rows, .. CreditRights.Rows, .. CheckRunRights.Rows, .. DepositRights.Rows, .. StatementRights.Rows, .. FollowUpRights.Rows,
            .. OutstandingRights.Rows, .. MailRights.Rows,
            .. BankRights.Rows,
        ]).ToDictionary(row => row.Name);

    // Features whose services pages may use. What lies below them (Data, Live) no page can reach: see ArchitectureTests.
    private static readonly string[] Below = ["PaymentsApp.Data", "PaymentsApp.Live", "PaymentsApp.Seeding", "PaymentsApp.Components"];

    // Not called in a person's name; each has tests of its own.
    private static readonly Dictionary<string, string> Apart = new()
    {
        ["CurrentUser"] = "answers who is there, and with which rights",
        ["FirstAdministrator"] = "needs the code of the console",
        ["FirstAdministratorCode"] = "needs the code of the console",
        ["SignInService"] = "needs a password, or the demo",
        ["DemoSignIn"] = "lists the demo people, in Development only",
        ["OwnPassword"] = "needs the current password",
        ["Sessions"] = "needs a session's id, which is random",
        ["SessionAuthentication"] = "says who is there",
        ["OpenScreens"] = "counts screens",
        ["ScreenPlace"] = "says whether there are too many screens",
        ["SessionActivity"] = "says that somebody is there",
        ["SessionCookie"] = "checks the cookie",
        ["SecurityOptions"] = "configuration",
        ["SecureTransport"] = "looks at the request only",
        ["UserAccounts"] = "the caller decides who adds",
        ["KeyRepository"] = "used by the framework",
        ["PasswordRules"] = "used by the framework",
        ["SettingsWatch"] = "reads settings for the process",
        ["PdfDocuments"] = "begins an empty document",
        ["PdfFonts"] = "reads fonts of the system",
        ["DocumentOptions"] = "configuration",
        ["ImportFiles"] = "names for uploads; no content",
        ["ReadRemittance"] = "reads a file that the person has; nothing of the ledger",
        ["ReceiptFileMaker"] = "called by the outbox alone, for a mail that somebody with the right asked for",
        ["ReminderWithdrawal"] = "follows the writes of others, inside their transaction",
        ["OpenWindows"] = "says whether a window is open; no content",
    };

    public static TheoryData<string> Methods => [.. Table.Keys];

    [Fact]
    public void Every_public_method_of_every_service_is_in_the_table()
    {
        var methods =
            from service in world.Services
            where !Below.Any(feature => service.Namespace == feature || service.Namespace!.StartsWith($"{feature}.", StringComparison.Ordinal))
            where !Apart.ContainsKey(service.Name)
            from method in service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where !method.IsSpecialName && method.Name is not ("Dispose" or "DisposeAsync")
            select $"{service.Name}.{method.Name}";

        // Not distinct: an overload is a way in of its own, and needs a name and a row of its own.
        Assert.Equal(Table.Keys.Order(StringComparer.Ordinal), methods.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Everybody_gets_what_the_table_says(string method)
    {
        var row = Table[method];
        var wrong = new List<string>();
        foreach (var person in RightsWorld.People)
        {
            var missing = await AnswerAsync(row, person, "missing");
            foreach (var target in (string[])["own", "foreign", "missing"])
            {
                var answer = target == "missing" ? missing : await AnswerAsync(row, person, target);
                var expected = Expected(row, person, target);
                if (answer.Seen != expected && !(row.IsSilent && expected == Seen.Denied && answer.Seen == Seen.Missing))
                {
                    wrong.Add($"{person}, {target}: {answer}, not {expected}");
                }

                if (answer.Seen == Seen.Missing && WithoutNames(answer.Text) != WithoutNames(missing.Text))
                {
                    wrong.Add($"{person}, {target}: “{answer.Text}” tells it from a missing one, “{missing.Text}”");
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{method}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public async Task Nobody_becomes_the_program_itself_by_a_cookie()
    {
        var services = world.App.For(new TestUser(SystemUser.Id, SystemUser.DisplayName, SystemUser.Id));

        await using var db = await world.App.Contexts.CreateDbContextAsync();
        Assert.Null(await services.GetRequiredService<CurrentUser>().FindAsync(Permission.ViewAccounts, db, CancellationToken.None));
        Assert.DoesNotContain(typeof(SystemAuthentication), world.Services);
    }

    private static Seen Expected(RightsRow row, string person, string target) => (row.Rule, person) switch
    {
        (_, "nobody" or "ended finance") => Seen.Denied,
        (Rule.AccountsWithoutId, "rep A" or "rep B" or "finance") => Seen.Done,
        (Rule.FinanceWithoutId, "finance") => Seen.Done,
        (Rule.AdministratorWithoutId, "admin") => Seen.Done,
        (Rule.Accounts or Rule.Finance, "finance") => target == "missing" ? Seen.Missing : Seen.Done,
        (Rule.Administrator, "admin") => target == "missing" ? Seen.Missing : Seen.Done,
        (Rule.Accounts, "rep A") => target == "own" ? Seen.Done : Seen.Missing,
        (Rule.Accounts, "rep B") => target == "foreign" ? Seen.Done : Seen.Missing,
        _ => Seen.Denied,
    };

    private async Task<Answer> AnswerAsync(RightsRow row, string person, string target)
    {
        var scene = await world.TargetAsync(target, row.Changes && Expected(row, person, target) == Seen.Done);
        try
        {
            return await row.CallAsync(world.For(person), scene, world.App);
        }
        catch (AccessDeniedException)
        {
            return Answer.Denied;
        }
    }

    // What the person asked with may stand in the answer; it must not tell more.
    private static string WithoutNames(string text) => Ids().Replace(text, "…");

    [GeneratedRegex(@"SCENE-\w+-X|NO-SUCH-\w+|REF\w+|C-\d+|\d{3,}|[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();
}
