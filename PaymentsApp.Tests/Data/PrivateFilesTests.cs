using Microsoft.Extensions.DependencyInjection;
using PaymentsApp.CommandLine;
using PaymentsApp.Data;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Data;

/// <summary>Whoever can read the database file has everybody's session: the keys of the cookies are in it.</summary>
public sealed class PrivateFilesTests
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    [Fact]
    public void Another_account_of_the_machine_cannot_look_into_the_data_folder()
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("data");

        new ServiceCollection().AddData(new DatabaseOptions { Folder = data });

        Assert.Equal(UnixFileMode.None, RightsOfOthers(data));
    }

    [Fact]
    public void A_folder_that_its_operator_made_keeps_its_rights()
    {
        using var folder = new TemporaryFolder();
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        var before = RightsOfOthers(data);

        new ServiceCollection().AddData(new DatabaseOptions { Folder = data });

        Assert.Equal(before, RightsOfOthers(data));
    }

    [Fact]
    public async Task Another_account_of_the_machine_cannot_read_an_upload()
    {
        await using var app = await TestDatabase.CreateAsync();

        var path = app.Services.GetRequiredService<ImportFiles>().NewPath();

        Assert.Equal(UnixFileMode.None, RightsOfOthers(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task Another_account_of_the_machine_cannot_read_a_backup()
    {
        await using var app = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OnAsync(app, "backup", folder.File("copy.db"));

        Assert.True(run.Code == ExitCode.Done, run.Output + run.Errors);
        Assert.Equal(UnixFileMode.None, RightsOfOthers(folder.File("copy.db")));
    }

    // Windows has no such rights: there the folder above decides.
    private static UnixFileMode RightsOfOthers(string path) =>
        OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path) & Others;
}
