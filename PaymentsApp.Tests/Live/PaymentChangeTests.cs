using System.Text;
using PaymentsApp.Live;

namespace PaymentsApp.Tests.Live;

public sealed class PaymentChangeTests
{
    [Fact]
    public void Change_reads_back_as_it_was_encoded()
    {
        var change = new PaymentChange(PaymentChangeKind.Registered, Guid.CreateVersion7(), [1, 2], [30, 40, 50]);

        var again = PaymentChange.Decode(change.Encode());

        Assert.NotNull(again);
        Assert.Equal(change.Kind, again.Kind);
        Assert.Equal(change.PaymentId, again.PaymentId);
        Assert.Equal(change.OrganizationIds, again.OrganizationIds);
        Assert.Equal(change.InvoiceIds, again.InvoiceIds);
        Assert.Equal("u1", PaymentChange.Decode(PaymentChange.SessionsEnded("u1").Encode())?.UserId);
    }

    [Fact]
    public void A_usual_change_is_short()
    {
        var change = new PaymentChange(PaymentChangeKind.Registered, Guid.CreateVersion7(), [1], [30, 40, 50]);

        Assert.True(Encoding.UTF8.GetByteCount(change.Encode()) < 90);
    }

    [Fact]
    public void A_change_too_long_for_a_notification_says_everything()
    {
        var change = new PaymentChange(PaymentChangeKind.InvoicesChanged, null, [1], [.. Enumerable.Range(100_000, 5_000)]);

        var text = change.Encode();

        Assert.True(Encoding.UTF8.GetByteCount(text) <= PaymentChange.EncodedBytesMax);
        Assert.Equal(PaymentChangeKind.Everything, PaymentChange.Decode(text)?.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"k\":99}")]
    public void Text_that_is_no_change_is_none(string text) => Assert.Null(PaymentChange.Decode(text));

    [Fact]
    public void A_change_touches_what_it_names_and_everything_touches_all()
    {
        var payment = Guid.CreateVersion7();
        var change = new PaymentChange(PaymentChangeKind.Applied, payment, [1], [2]);

        Assert.True(change.Touches(1) && change.TouchesInvoice(2) && change.TouchesPayment(payment));
        Assert.False(change.Touches(2) || change.TouchesInvoice(1) || change.TouchesPayment(Guid.CreateVersion7()));
        Assert.False(change.TouchesUser("u1"));
        Assert.True(PaymentChange.SessionsEnded("u1").TouchesUser("u1"));
        var all = PaymentChange.Everything;
        Assert.True(all.Touches(7) && all.TouchesInvoice(7) && all.TouchesPayment(payment) && all.TouchesUser("u9"));
    }
}
