using PaymentsApp.Domain;

namespace PaymentsApp.Tests.Domain;

public sealed class AdjustmentAllowanceTests
{
    [Fact]
    public void What_was_agreed_needs_nobody_else()
    {
        var allowance = new AdjustmentAllowance(agreedDiscountMinor: 200, agreedCommissionMinor: 1_500, largestDiscountMinor: 0, largestWriteOffMinor: 0);

        Assert.True(allowance.Covers(AdjustmentKind.Discount, 200));
        Assert.False(allowance.Covers(AdjustmentKind.Discount, 201));
        Assert.True(allowance.Covers(AdjustmentKind.AgencyCommission, 1_500));
        Assert.False(allowance.Covers(AdjustmentKind.AgencyCommission, 1_501));
        Assert.False(allowance.Covers(AdjustmentKind.WriteOff, 1));
    }

    [Fact]
    public void Agreed_discount_is_granted_once()
    {
        var allowance = new AdjustmentAllowance(200, 0, 0, 0);
        allowance.Take(AdjustmentKind.Discount, 150, isApproved: false);

        Assert.True(allowance.Covers(AdjustmentKind.Discount, 50));
        Assert.False(allowance.Covers(AdjustmentKind.Discount, 51));
    }

    [Fact]
    public void Small_pieces_add_up_to_the_limit()
    {
        var allowance = new AdjustmentAllowance(0, 0, largestDiscountMinor: 100, largestWriteOffMinor: 50);
        allowance.Take(AdjustmentKind.WriteOff, 30, isApproved: false);
        allowance.Take(AdjustmentKind.Discount, 60, isApproved: false);

        Assert.True(allowance.Covers(AdjustmentKind.Deduction, 20));
        Assert.False(allowance.Covers(AdjustmentKind.Deduction, 21));
        Assert.True(allowance.Covers(AdjustmentKind.AgencyCommission, 40));
        Assert.False(allowance.Covers(AdjustmentKind.AgencyCommission, 41));
    }

    [Fact]
    public void What_a_second_person_approved_leaves_the_limit_as_it_was()
    {
        var allowance = new AdjustmentAllowance(200, 0, 100, 50);
        allowance.Take(AdjustmentKind.WriteOff, 5_000, isApproved: true);
        allowance.Take(AdjustmentKind.Discount, 900, isApproved: true);

        Assert.True(allowance.Covers(AdjustmentKind.WriteOff, 50));
        Assert.True(allowance.Covers(AdjustmentKind.Discount, 100));
        Assert.False(allowance.Covers(AdjustmentKind.Discount, 101));
    }

    [Theory]
    [InlineData(50_00, "USD", "JPY", 50)]
    [InlineData(50_50, "USD", "JPY", 50)]
    [InlineData(50_00, "USD", "KWD", 50_000)]
    [InlineData(50, "JPY", "USD", 50_00)]
    public void Limit_is_the_same_figure_in_every_currency(long minor, string company, string currency, long expected) =>
        Assert.Equal(expected, RoleLimit.SameFigure(minor, company, currency));

    [Fact]
    public void Every_kind_that_a_person_may_choose_has_reasons_and_no_code_comes_twice()
    {
        foreach (var kind in Enum.GetValues<AdjustmentKind>())
        {
            Assert.Equal(kind != AdjustmentKind.BankFee, ReasonCodes.Of(kind).Any());
        }

        Assert.Equal(ReasonCodes.All.Count, ReasonCodes.All.Select(reason => reason.Code).Distinct().Count());
        Assert.All(ReasonCodes.All, reason => Assert.True(reason.Code.Length <= 50 && reason.Kinds.Count > 0));
        Assert.Superset(
            new HashSet<string> { "WrongSize", "MissedIssue", "Makegood", "Price", "Position", "Duplicate", "Other" },
            ReasonCodes.OfShortPay.Select(reason => reason.Code).ToHashSet());
    }
}
