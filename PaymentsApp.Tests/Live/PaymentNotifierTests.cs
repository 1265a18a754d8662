using PaymentsApp.Live;

namespace PaymentsApp.Tests.Live;

public sealed class PaymentNotifierTests
{
    private readonly PaymentNotifier _notifier = new();

    [Fact]
    public void Message_of_another_process_is_its_change()
    {
        var change = _notifier.Read($"{Guid.CreateVersion7()} {new PaymentChange(PaymentChangeKind.Applied, null, [3], [4]).Encode()}");

        Assert.Equal(PaymentChangeKind.Applied, change?.Kind);
        Assert.True(change?.TouchesInvoice(4));
    }

    [Fact]
    public void Own_message_is_none() =>
        Assert.Null(_notifier.Read($"{_notifier.Origin} {PaymentChange.SessionsEnded("u1").Encode()}"));

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("01930f2c-0000-7000-8000-000000000000 {\"k\":1234}")]
    public void Message_that_cannot_be_read_means_everything(string message) =>
        Assert.Equal(PaymentChangeKind.Everything, _notifier.Read(message)?.Kind);
}
