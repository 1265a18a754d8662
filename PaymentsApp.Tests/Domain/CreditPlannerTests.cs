using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Domain;

public sealed class CreditPlannerTests
{
    private static readonly Guid First = new("01980000-0000-7000-8000-000000000001");
    private static readonly Guid Second = new("01980000-0000-7000-8000-000000000002");

    [Fact]
    public void Credit_goes_to_the_invoices_in_their_order()
    {
        var parts = CreditPlanner.Plan([new(First, 70, null), new(Second, 50, null)], [new(1, 40), new(2, 60)], keepsMeant: true);

        Assert.Equal([new(First, 1, 40), new(First, 2, 30), new CreditPart(Second, 2, 30)], parts);
    }

    [Fact]
    public void What_is_meant_for_an_invoice_goes_there_first()
    {
        var parts = CreditPlanner.Plan([new(First, 70, null), new(Second, 50, 2)], [new(1, 40), new(2, 60)], keepsMeant: true);

        Assert.Equal([new(Second, 2, 50), new(First, 1, 40), new CreditPart(First, 2, 10)], parts);
    }

    [Fact]
    public void What_is_meant_for_another_invoice_is_left_alone_unless_a_person_chose_it()
    {
        CreditItem[] credits = [new(First, 70, 9)];

        Assert.Empty(CreditPlanner.Plan(credits, [new(1, 40)], keepsMeant: true));
        Assert.Equal([new CreditPart(First, 1, 40)], CreditPlanner.Plan(credits, [new(1, 40)], keepsMeant: false));
    }

    [Fact]
    public void Credit_note_is_not_used_for_a_client_that_the_organization_pays_for() => Assert.Equal(
        [new CreditPart(First, 2, 60)],
        CreditPlanner.Plan([new(First, 70, null, IsForOwnOnly: true)], [new(1, 40, IsOfClient: true), new(2, 60)], keepsMeant: true));

    [Fact]
    public void No_plan_gives_more_than_there_is_or_leaves_out_what_fits()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var open = Enumerable.Range(1, random.Next(0, 6)).Select(id => new CreditTarget(id, random.NextInt64(1, 100))).ToList();
            var credits = Enumerable.Range(0, random.Next(0, 5))
                .Select(_ => new CreditItem(Guid.CreateVersion7(), random.NextInt64(1, 100), random.Next(3) == 0 ? random.Next(1, 9) : null)).ToList();

            var parts = CreditPlanner.Plan(credits, open, keepsMeant: false);

            Assert.All(parts, part => Assert.True(part.Minor > 0));
            Assert.Equal(parts.Count, parts.Select(part => (part.CreditId, part.InvoiceId)).Distinct().Count());
            Assert.All(credits, credit => Assert.True(parts.Where(part => part.CreditId == credit.Id).Sum(part => part.Minor) <= credit.Minor));
            Assert.All(open, invoice => Assert.True(parts.Where(part => part.InvoiceId == invoice.InvoiceId).Sum(part => part.Minor) <= invoice.Minor));
            Assert.Equal(Math.Min(credits.Sum(credit => credit.Minor), open.Sum(invoice => invoice.Minor)), parts.Sum(part => part.Minor));
        }
    }
}
