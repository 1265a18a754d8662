using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;
using PaymentsApp.Domain;
using PaymentsApp.Invoicing.Import;
using PaymentsApp.Live;
using PaymentsApp.Security;
using PaymentsApp.Tests.Support;

namespace PaymentsApp.Tests.Invoicing.Import;

public sealed class InvoiceImportTests : IDisposable
{
    private const string Header = "Invoice number,Customer number,Customer name,Amount,Currency,Invoice date,Due date,Settled date,Description,Sales rep";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, BothDatabases]
    public async Task Good_lines_are_taken_with_their_organizations(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        var rep = await app.RepAsync();
        var email = await app.ReadAsync(db => db.Users.Where(user => user.Id == rep.Id).Select(user => user.Email).SingleAsync());

        var outcome = await ImportAsync(
            app,
            $"I-1,C-1,Acme Ltd.,100.50,EUR,2026-01-26,2026-02-26,,Full page,{email}",
            "I-2,C-1,Acme Ltd.,20.00,USD,2026-01-27,,,,",
            "I-3,C-2,,7,JPY,,,,,");

        Assert.Equal((3, 0, 0), (outcome.Tally.Added, outcome.Tally.Unchanged, outcome.Tally.Rejected));
        Assert.Null(outcome.RejectedPath);
        var acme = await app.ReadAsync(db => db.Organizations.SingleAsync(organization => organization.CustomerNumber == "C-1"));
        Assert.Equal(("Acme Ltd.", "EUR", rep.Id), (acme.Name, acme.Currency, acme.OwnerId));
        var first = await app.ReadAsync(db => db.Invoices.Include(invoice => invoice.Rows).SingleAsync(invoice => invoice.Number == "I-1"));
        Assert.Equal((acme.Id, new Money(10050, "EUR"), "Full page"), (first.OrganizationId, first.Outstanding, first.Rows[0].Description));
        var second = await app.ReadAsync(db => db.Invoices.SingleAsync(invoice => invoice.Number == "I-2"));
        Assert.Equal(second.IssuedOn.AddDays(30), second.DueOn);
        var third = await app.ReadAsync(db => db.Invoices.SingleAsync(invoice => invoice.Number == "I-3"));
        Assert.Equal(app.Today, third.IssuedOn);
    }

    [Theory, BothDatabases]
    public async Task The_same_file_again_adds_nothing(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        string[] lines = ["I-1,C-1,Acme,100.50,EUR,2026-01-26,,2026-02-20,,", "I-2,,Some other company,20.00,USD,,,,,", "i 1,C-1,Acme,100.50,EUR,2026-01-26,,2026-02-20,,"];

        var first = await ImportAsync(app, lines);
        app.Time.Advance(TimeSpan.FromDays(3));
        var again = await ImportAsync(app, lines);

        Assert.Equal((2, 1, 0, 1), (first.Tally.Added, first.Tally.Unchanged, first.Tally.Rejected, first.Tally.Payments));
        Assert.Equal((0, 3, 0, 0), (again.Tally.Added, again.Tally.Unchanged, again.Tally.Rejected, again.Tally.Payments));
        Assert.Equal(2, await app.ReadAsync(db => db.Invoices.CountAsync()));
        Assert.Equal(2, await app.ReadAsync(db => db.Organizations.CountAsync()));
        Assert.Equal(1, await app.ReadAsync(db => db.Payments.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_settlement_date_makes_a_payment_of_the_full_amount(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        var finance = await app.FinanceAsync();

        await ImportAsync(app, "I-1,C-1,Acme,100.50,EUR,2012-01-26,2012-02-26,2012-02-20,,");

        var invoice = await app.ReadAsync(db => db.Invoices.SingleAsync());
        var payment = await app.ReadAsync(db => db.Payments.SingleAsync());
        Assert.True(invoice.IsPaid);
        Assert.Equal(
            (new Money(10050, "EUR"), 0, new DateOnly(2012, 2, 20), invoice.OrganizationId, finance.Id),
            (payment.Amount, payment.UnappliedMinor, payment.ReceivedOn, payment.PayerId, payment.RecordedById));
    }

    [Fact]
    public async Task A_settlement_of_a_part_paid_invoice_pays_the_rest()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        await ImportAsync(app, "I-1,C-1,Acme,100.00,USD,2026-01-26,,,,");
        var invoice = await app.ReadAsync(db => db.Invoices.SingleAsync());
        var type = await app.ReadAsync(db => db.PaymentTypes.FirstAsync());
        var part = new Money(4000, "USD");
        await app.Get<PaymentsApp.Payments.PaymentService>().RegisterAsync(
            new RegisterPayment(
                Guid.CreateVersion7(), invoice.OrganizationId, part, Money.Zero("USD"), app.Today, type.Id, null, null, null, [new InvoiceShare(invoice.Id, part)]),
            default);

        var outcome = await ImportAsync(app, "I-1,C-1,Acme,100.00,USD,2026-01-26,,2026-02-01,,");

        Assert.Equal((0, 1, 1), (outcome.Tally.Added, outcome.Tally.Unchanged, outcome.Tally.Payments));
        Assert.Equal(0, (await app.ReadAsync(db => db.Invoices.SingleAsync())).OutstandingMinor);
        Assert.Equal([4000L, 6000L], await app.ReadAsync(db => db.Payments.OrderBy(payment => payment.Number).Select(payment => payment.AmountMinor).ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task The_same_number_with_other_figures_is_refused(DatabaseProvider provider)
    {
        await using var app = await TestDatabase.CreateAsync(provider);
        await app.FinanceAsync();
        await ImportAsync(app, "I-1,C-1,Acme,100.00,USD,2026-01-26,2026-02-26,,,");

        var outcome = await ImportAsync(
            app, "I-1,C-1,Acme,120.00,USD,2026-01-26,2026-02-27,,,", "I-2,C-1,Acme,5.00,USD,,,,,", "I-2,C-9,Other,5.00,USD,,,,,");

        Assert.Equal((1, 0, 2), (outcome.Tally.Added, outcome.Tally.Unchanged, outcome.Tally.Rejected));
        Assert.Equal(
            [
                "Invoice I-1 is already there with other figures: total 100.00 USD there, 120.00 USD in the file; due date 2026-02-26 there, 2026-02-27 in the file.",
                "Invoice I-2 came before, on line 3, with other figures: customer C-1 there, C-9 in the file.",
            ],
            outcome.Tally.Problems.Select(problem => problem.Reason));
        Assert.False(await app.ReadAsync(db => db.Organizations.AnyAsync(organization => organization.CustomerNumber == "C-9")));
    }

    [Fact]
    public async Task Rejected_lines_can_be_corrected_and_imported_again()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();

        var outcome = await ImportAsync(
            app, "I-1,C-1,\"Acme, \"\"Inc\"\"\",100.00,USD,2026-01-26,,,=SUM(A1),", "I-2,C-1,,ten,USD,,,,\"a,b\",", "I-3,C-1,,0.00,USD,,,,=1+1,", "I-4,C-1,,1,234.00,USD,,,,,");
        var rejected = await File.ReadAllTextAsync(Assert.IsType<string>(outcome.RejectedPath));

        Assert.Equal((1, 3), (outcome.Tally.Added, outcome.Tally.Rejected));
        Assert.Contains("3,“ten” is not an amount with a decimal point.,I-2,C-1,,ten,USD,,,,\"a,b\",", rejected);
        Assert.Contains(",'=1+1,", rejected);

        var corrected = rejected.Replace(",ten,", ",10.00,").Replace(",0.00,", ",5.00,");
        var path = _folder.File("corrected.csv");
        await File.WriteAllTextAsync(path, corrected);
        var second = await ImportFileAsync(app, path);

        Assert.Equal((2, 0, 1), (second.Tally.Added, second.Tally.Unchanged, second.Tally.Rejected));
        var third = await app.ReadAsync(db => db.Invoices.Include(invoice => invoice.Rows).SingleAsync(invoice => invoice.Number == "I-3"));
        Assert.Equal("=1+1", third.Rows[0].Description);
        var headers = (await File.ReadAllLinesAsync(Assert.IsType<string>(second.RejectedPath)))[0].TrimStart('\uFEFF');
        Assert.Equal($"{RejectedLines.LineHeader},{RejectedLines.ReasonHeader},{Header}", headers);
    }

    [Fact]
    public async Task A_card_number_is_neither_stored_nor_written_to_the_rejected_lines()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();

        var outcome = await ImportAsync(app, "I-1,C-1,,10.00,USD,,,,paid by 4111 1111 1111 1111,");

        Assert.Equal(1, outcome.Tally.Rejected);
        Assert.DoesNotContain("4111", await File.ReadAllTextAsync(Assert.IsType<string>(outcome.RejectedPath)));
    }

    [Fact]
    public async Task The_check_counts_what_the_import_then_does()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        await ImportAsync(app, "I-1,C-1,Acme,100.00,USD,2026-01-26,,,,");
        string[] lines =
        [
            "I-1,C-1,Acme,100.00,USD,2026-01-26,,,,", "I-2,C-1,Acme,5.00,USD,,,2026-02-01,,", "I-2,C-1,Acme,5.00,USD,,,2026-02-01,,",
            "I-3,C-1,Acme,0,USD,,,,,", "I-4,C-7,New,5.00,USD,,,,,nobody@example.com", "I-1,C-1,Acme,99.00,USD,,,,,",
        ];
        var import = app.Get<InvoiceImport>();
        var plan = await PlanAsync(app, Write(lines));

        var check = await import.CheckAsync(plan, null, default);
        Assert.Equal(1, await app.ReadAsync(db => db.Invoices.CountAsync()));
        var done = (await import.RunAsync(plan, "again", _folder.File("r.csv"), null, default)).Tally;

        Assert.Equal(
            (check.Lines, check.Added, check.Unchanged, check.Rejected, check.Payments),
            (done.Lines, done.Added, done.Unchanged, done.Rejected, done.Payments));
        Assert.Equal((6, 1, 2, 3, 1), (done.Lines, done.Added, done.Unchanged, done.Rejected, done.Payments));
        Assert.Equal(check.Problems, done.Problems);
    }

    [Fact]
    public async Task A_cancelled_import_keeps_whole_portions_and_goes_on_when_imported_again()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        var plan = await PlanAsync(app, Write([.. Enumerable.Range(1, 3500).Select(i => $"I-{i},C-{i % 50},,10.00,USD,2026-01-26,,,,")]));
        using var cancel = new CancellationTokenSource();

        var stopped = await app.Get<InvoiceImport>().RunAsync(plan, "file.csv", _folder.File("r.csv"), new CancelAt(2000, cancel), cancel.Token);
        var rest = await app.Get<InvoiceImport>().RunAsync(plan, "file.csv", _folder.File("r.csv"), null, default);

        Assert.True(stopped.WasCancelled);
        Assert.Equal(2000, stopped.Tally.Added);
        Assert.Equal((1500, 2000), (rest.Tally.Added, rest.Tally.Unchanged));
        Assert.Equal(3500, await app.ReadAsync(db => db.Invoices.CountAsync()));
    }

    [Fact]
    public async Task Open_screens_hear_of_an_import()
    {
        await using var app = await TestDatabase.CreateAsync();
        await app.FinanceAsync();
        var heard = new TaskCompletionSource<IReadOnlyList<PaymentChange>>();
        using var subscription = ((PaymentFeed)app.Services.GetService(typeof(PaymentFeed))!).Subscribe(changes =>
        {
            heard.TrySetResult(changes);
            return Task.CompletedTask;
        });

        await ImportAsync(app, "I-1,C-1,Acme,100.00,USD,2026-01-26,,,,");

        Assert.Contains((await heard.Task.WaitAsync(TimeSpan.FromSeconds(10))), change => change.Kind == PaymentChangeKind.InvoicesChanged);
    }

    [Fact]
    public async Task Only_finance_imports()
    {
        await using var app = await TestDatabase.CreateAsync();
        var finance = await app.FinanceAsync();
        var plan = await PlanAsync(app, Write(["I-1,C-1,Acme,100.00,USD,2026-01-26,,,,"]));
        foreach (var other in new[] { await app.RepAsync(), await app.AdminAsync(), null })
        {
            app.As(other);
            await Assert.ThrowsAsync<AccessDeniedException>(() => app.Get<InvoiceImport>().CheckAsync(plan, null, default));
            await Assert.ThrowsAsync<AccessDeniedException>(() => app.Get<InvoiceImport>().RunAsync(plan, "f", _folder.File("r.csv"), null, default));
        }

        app.As(finance);
        Assert.Equal(0, await app.ReadAsync(db => db.Invoices.CountAsync()));
    }

    private Task<ImportOutcome> ImportAsync(TestDatabase app, params string[] lines) => ImportFileAsync(app, Write(lines));

    private async Task<ImportOutcome> ImportFileAsync(TestDatabase app, string path) =>
        await app.Get<InvoiceImport>().RunAsync(await PlanAsync(app, path), "file.csv", _folder.File($"{Guid.CreateVersion7()}.csv"), null, default);

    private static async Task<ImportPlan> PlanAsync(TestDatabase app, string path)
    {
        var file = await app.Get<InvoiceImport>().AnalyseAsync(path, null, null, default);
        var plan = ImportPlan.Make(file, new ImportChoices { Currency = "USD", DecimalMark = '.' });
        Assert.DoesNotContain(plan.Questions, question => question.Kind != ImportQuestionKind.Column);
        return plan with { Questions = [] };
    }

    private string Write(string[] lines)
    {
        var path = _folder.File($"{Guid.CreateVersion7()}.csv");
        File.WriteAllLines(path, [Header, .. lines]);
        return path;
    }

    private sealed class CancelAt(long lines, CancellationTokenSource cancel) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Lines >= lines)
            {
                cancel.Cancel();
            }
        }
    }
}
