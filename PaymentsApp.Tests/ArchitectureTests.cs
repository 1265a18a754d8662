using System.Text.RegularExpressions;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests;

/// <summary>The shape of the source: who may use whom, and how large anything may get.</summary>
public sealed partial class ArchitectureTests
{
    private const int FileLines = 300;
    private const int CodeBehindLines = 200;
    private const int MarkupLines = 120;
    private const int FunctionLines = 70;

    // Feature folder, and the feature folders it may use. The project's own folder and CommandLine wire everything.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Domain"] = [],
        ["Data"] = ["Domain"],
        ["Documents"] = [],
        ["Live"] = ["Domain", "Data"],
        ["Banking"] = ["Domain", "Payments"],
        ["Security"] = ["Domain", "Data", "Live", "Components"],
        ["Components"] = ["Domain", "Live", "Security"],
        ["Mail"] = ["Domain", "Data", "Live", "Security", "Components"],
        ["Invoicing"] = ["Domain", "Data", "Live", "Security", "Components", "Payments", "Mail"],
        ["Payments"] = ["Domain", "Data", "Documents", "Live", "Security", "Components", "Mail"],
        ["Statements"] = ["Domain", "Data", "Documents", "Live", "Security", "Components", "Mail", "Payments"],
        ["Seeding"] = ["Domain", "Data", "Live", "Security", "Payments", "FollowUps"],
        ["Collection"] = ["Domain", "Data", "Live", "Security", "Components", "Payments", "Invoicing", "Mail", "Organizations", "FollowUps", "Statements", "BankDesk"],
        ["Organizations"] = ["Domain", "Data", "Live", "Security", "Components", "Payments", "Invoicing", "Mail", "FollowUps", "Statements"],
        ["BankDesk"] = ["Domain", "Data", "Live", "Security", "Components", "Banking", "Payments"],
        ["Journal"] = ["Domain", "Data", "Live", "Security", "Components"],
        ["Home"] = ["Domain", "Data", "Live", "Security", "Components", "Payments", "Collection", "Organizations", "FollowUps"],
        ["Administration"] = ["Domain", "Data", "Documents", "Live", "Security", "Components", "Mail", "FollowUps"],
        ["FollowUps"] = ["Domain", "Data", "Live", "Security", "Components", "Payments"],
    };

    private static readonly string[] Wiring = ["", "CommandLine"];

    private static readonly IReadOnlyList<SourceFile> App = SourceFile.Of("PaymentsApp");

    private static readonly IReadOnlyList<SourceFile> Everything =
        [.. App, .. SourceFile.Of("PaymentsApp.Tests"), .. SourceFile.Of("PaymentsApp.Benchmarks")];

    [Fact]
    public void Every_feature_folder_has_its_place_in_the_table() =>
        None(App.Select(file => file.Feature).Except([.. MayUse.Keys, .. Wiring]));

    [Fact]
    public void A_feature_uses_only_the_features_below_it()
    {
        var types = App.ToLookup(file => file.Feature, file => file.Name);

        None(
            from file in App
            where !Wiring.Contains(file.Feature)
            from used in FeatureNames().Matches(file.Code)
            let feature = used.Groups["feature"].Value
            where feature != file.Feature && !MayUse[file.Feature].Contains(feature)
            where used.Groups["root"].Success || types[feature].Contains(used.Groups["type"].Value)
            select $"{file.RelativePath}:{file.LineOf(used.Index)} uses {feature}");
    }

    [Fact]
    public void What_is_imported_everywhere_is_only_what_everybody_may_use()
    {
        None(
            from file in App
            where file.RelativePath == "PaymentsApp/_Imports.razor" || file.Code.Contains("global using", StringComparison.Ordinal)
            from used in FeatureNames().Matches(file.Code)
            where used.Groups["root"].Success && used.Groups["feature"].Value is not ("Components" or "Domain")
            select $"{file.RelativePath}:{file.LineOf(used.Index)} imports {used.Groups["feature"].Value} for everybody");
    }

    [Fact]
    public void A_screen_never_touches_the_database() =>
        None(Found(App.Where(file => file.IsRazor || file.IsCodeBehind), DatabaseAccess())
            .Concat(Found(App.Where(file => file.IsRazor), DataNamespace())));

    [Fact]
    public void The_domain_knows_no_framework_and_no_clock() =>
        None(Found(App.Where(file => file.Feature == "Domain"), FrameworkOrClock()));

    [Fact]
    public void The_matching_engine_knows_no_framework_no_clock_and_no_database() =>
        None(Found(App.Where(file => file.RelativePath.StartsWith("PaymentsApp/Banking/Matching/", StringComparison.Ordinal)), FrameworkOrClock())
            .Concat(Found(App.Where(file => file.RelativePath.StartsWith("PaymentsApp/Banking/Matching/", StringComparison.Ordinal)), DataNamespace())));

    [Fact]
    public void The_domain_has_no_binary_fractions() =>
        None(Found(App.Where(file => file.Feature == "Domain"), BinaryFraction()));

    [Fact]
    public void Files_stay_within_their_budgets() =>
        None(
            from file in Everything
            let lines = file.IsRazor ? file.MarkupLines() : file.Lines.Count
            let budget = file.IsRazor ? MarkupLines : file.IsCodeBehind ? CodeBehindLines : FileLines
            where lines > budget
            select $"{file.RelativePath} has {lines} lines of {budget}");

    [Fact]
    public void Functions_stay_within_their_budget() =>
        None(
            from file in Everything
            where !file.IsRazor
            from block in file.Blocks()
            where block.Length > FunctionLines
            select $"{file.RelativePath}:{block.Line} has {block.Length} lines of {FunctionLines}");

    [Fact]
    public void A_file_holds_one_top_level_type_and_has_its_name() =>
        None(
            from file in Everything
            where !file.IsRazor
            let types = file.TopLevelTypes()
            where types.Count > 1 || (types.Count == 1 && types[0] != file.Name)
            select $"{file.RelativePath} declares {string.Join(", ", types)}");

    [Fact]
    public void A_namespace_is_its_folder() =>
        None(
            from file in Everything
            from declared in NamespaceLine().Matches(file.Code)
            let folder = Path.GetDirectoryName(file.RelativePath)!.Replace('\\', '.').Replace('/', '.')
            where declared.Groups["name"].Value != folder
            select $"{file.RelativePath} is in namespace {declared.Groups["name"].Value}");

    // Assert.Empty cuts what it shows; here each line is a place to go to.
    private static void None(IEnumerable<string> findings)
    {
        var lines = findings.ToList();
        if (lines.Count > 0)
        {
            Assert.Fail(string.Join('\n', lines));
        }
    }

    private static IEnumerable<string> Found(IEnumerable<SourceFile> files, Regex pattern) =>
        from file in files
        from match in pattern.Matches(file.Code)
        select $"{file.RelativePath}:{file.LineOf(match.Index)} has {match.Value.Trim()}";

    // PaymentsApp.Data in a using or a full name, or a name that starts at the feature: Data.Writes
    [GeneratedRegex(@"(?<root>\bPaymentsApp\.)(?<feature>[A-Z]\w+)|(?<![\w.])(?<feature>[A-Z]\w+)\.(?<type>[A-Z]\w+)")]
    private static partial Regex FeatureNames();

    [GeneratedRegex(@"\b(?:\w*DbContext\w*|IDbContextFactory|DbSet|FromSql\w*|ExecuteSql\w*|Writes|SqliteConnection|NpgsqlConnection)\b")]
    private static partial Regex DatabaseAccess();

    [GeneratedRegex(@"\bPaymentsApp\.Data\b")]
    private static partial Regex DataNamespace();

    [GeneratedRegex(@"(?m)^\s*(?:global\s+)?using\s+(?:static\s+)?(?:Microsoft|Npgsql|Radzen|CsvHelper)\b.*$|\b(?:TimeProvider|Stopwatch|Environment\.TickCount\w*)\b")]
    private static partial Regex FrameworkOrClock();

    [GeneratedRegex(@"\b(?:double|float|Double|Single|Half)\b")]
    private static partial Regex BinaryFraction();

    [GeneratedRegex(@"(?m)^namespace\s+(?<name>[\w.]+)\s*;")]
    private static partial Regex NamespaceLine();
}
