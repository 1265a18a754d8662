using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PaymentsApp.Tests.Support;

/// <summary>
/// axe-core on a page without frames. Its Playwright package gathers the results of frames in a page of its own, which takes
/// seconds each time; here the page itself answers with what was found, and nothing else crosses.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async rules => {
          const options = { resultTypes: ['violations'] };
          if (rules) options.runOnly = { type: 'rule', values: rules };
          const { violations } = await axe.run(document, options);
          return violations.filter(violation => ['serious', 'critical'].includes(violation.impact))
            .flatMap(violation => violation.nodes.map(node => `${violation.id} (${node.any[0]?.message ?? violation.help}): ${node.html}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is serious or critical: the rule, and the element. Empty when nothing was found.</summary>
    /// <param name="page">It has no frames.</param>
    /// <param name="rules">Only these; all when null.</param>
    public static async Task<IReadOnlyList<string>> BarriersAsync(IPage page, string[]? rules = null)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(Run, rules);
    }
}
