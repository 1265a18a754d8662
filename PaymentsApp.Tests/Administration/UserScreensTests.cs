using Bunit;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Administration;
using PaymentsApp.Domain;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Administration;

/// <summary>Admin &gt; Users as an administrator uses it.</summary>
public sealed class UserScreensTests : ScreenTest
{
    [Fact]
    public async Task A_new_person_is_added_from_the_list_and_stands_in_it()
    {
        Show<UsersPage>(await App.AdminAsync());
        Eventually(() => Assert.Contains(Rows("Users"), row => row.Contains("Fiona Finance", StringComparison.Ordinal) && row.Contains("Active", StringComparison.Ordinal)));

        Button("New").Click();
        Eventually(() => Box("Name"));
        Box("Name").Change("Nina New");
        Box("E-mail").Change("nina@example.com");
        RoleBox("Finance").Change(true);
        Button("Add").Click();

        Eventually(() => Assert.Contains(Rows("Users"), row => row.Contains("Nina New nina@example.com Finance", StringComparison.Ordinal)));
        Assert.Equal([Roles.Finance], await RolesOfAsync("Nina New"));
    }

    [Fact]
    public async Task What_is_missing_is_said_in_the_window_and_nobody_is_added()
    {
        Show<UsersPage>(await App.AdminAsync());
        Eventually(() => Assert.NotEmpty(Rows("Users")));
        var before = await App.ReadAsync(db => db.Users.CountAsync());

        Button("New").Click();
        Eventually(() => Box("Name"));
        Box("Name").Change("Nina New");
        Box("E-mail").Change("not an address");
        Button("Add").Click();

        Eventually(() => Assert.NotEmpty(Screen.FindAll("[role=alert]")));
        Assert.Equal("Nina New", Box("Name").GetAttribute("value"));
        Assert.Equal(before, await App.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Roles_are_saved_once_they_differ()
    {
        Show<UserPage>(await App.AdminAsync(), (nameof(UserPage.Id), Rep.Id));
        Eventually(() => Assert.Contains("Rita Rep", Words, StringComparison.Ordinal));
        Assert.True(Button("Save roles").HasAttribute("disabled"));

        RoleBox("Finance").Change(true);
        Assert.False(Button("Save roles").HasAttribute("disabled"));
        Button("Save roles").Click();

        Eventually(() => Assert.True(Button("Save roles").HasAttribute("disabled")));
        Assert.Equal([Roles.AdSales, Roles.Finance], await RolesOfAsync("Rita Rep"));
    }

    [Fact]
    public async Task A_person_is_deactivated_only_after_the_question_and_can_come_back()
    {
        Show<UserPage>(await App.AdminAsync(), (nameof(UserPage.Id), Rep.Id));
        Eventually(() => Assert.True(HasButton("Deactivate …")));

        Button("Deactivate …").Click();
        Eventually(() => Assert.Contains("Rita Rep is signed out everywhere", Words, StringComparison.Ordinal));
        Button("Cancel").Click();
        Eventually(() => Assert.DoesNotContain("Rita Rep is signed out everywhere", Words, StringComparison.Ordinal));
        Assert.True(await App.ReadAsync(db => db.Users.Where(user => user.Id == Rep.Id).Select(user => user.IsActive).SingleAsync()));

        Button("Deactivate …").Click();
        Eventually(() => Assert.Contains("Rita Rep is signed out everywhere", Words, StringComparison.Ordinal));
        Screen.FindAll("button").Last(button => Plain(button.TextContent) == "Deactivate").Click();

        Eventually(() => Assert.True(HasButton("Activate")));
        Assert.Contains("Inactive", Words, StringComparison.Ordinal);
        Assert.Contains("Signed in now no", Words, StringComparison.Ordinal);
        Button("Activate").Click();
        Eventually(() => Assert.True(HasButton("Deactivate …")));
    }

    [Fact]
    public async Task Nobody_changes_the_own_roles_or_locks_the_own_door()
    {
        var admin = await App.AdminAsync();
        Show<UserPage>(admin, (nameof(UserPage.Id), admin.Id));

        Eventually(() => Assert.Contains("Nobody changes their own roles", Words, StringComparison.Ordinal));
        Assert.False(HasButton("Save roles"));
        Assert.False(HasButton("Deactivate …"));
    }

    [Fact]
    public async Task A_person_who_does_not_exist_is_said_in_words()
    {
        Show<UserPage>(await App.AdminAsync(), (nameof(UserPage.Id), "nobody"));

        Eventually(() => Assert.Contains("There is no such person", Words, StringComparison.Ordinal));
    }

    private AngleSharp.Dom.IElement RoleBox(string role) =>
        Screen.FindAll("fieldset label").First(label => Plain(label.TextContent).StartsWith(role, StringComparison.Ordinal)).QuerySelector("input")!;

    private Task<List<string>> RolesOfAsync(string name) => App.ReadAsync(db => db.UserRoles
        .Where(role => db.Users.Any(user => user.Id == role.UserId && user.DisplayName == name)).Select(role => role.RoleId).OrderBy(role => role).ToListAsync());
}
