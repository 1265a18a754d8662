using PaymentsApp.Banking.Matching;

namespace PaymentsApp.Benchmarks.Matching.Sets;

/// <summary>
/// Makes sets of the published form: customers with habits, one payment for one invoice, several for one, one for several;
/// dense invoice numbers, look-alike order numbers as noise. The same seed makes the same set.
/// </summary>
internal sealed class MatchGenerator
{
    private const GeneratedFaults Published =
        GeneratedFaults.SmallDeduction | GeneratedFaults.OtherName | GeneratedFaults.BrokenBilling | GeneratedFaults.BrokenAssignment;

    private readonly Random _random;
    private readonly FaultyText _faulty;
    private readonly GeneratedFaults _harder;
    private readonly int _faultsMax;
    private readonly List<GeneratedCustomer> _customers;
    private readonly List<MatchInvoice> _invoices = [];
    private readonly List<MatchLine> _lines = [];
    private readonly List<TrueMatch> _truth = [];
    private readonly HashSet<string> _numbers = [];
    private readonly Dictionary<int, MatchPayer> _payers = [];

    private MatchGenerator(int seed, int faultsMax, GeneratedFaults harder)
    {
        _random = new Random(seed);
        _faulty = new FaultyText(_random);
        (_faultsMax, _harder) = (faultsMax, harder);
        _customers = [.. Enumerable.Range(0, 50).Select(number => new GeneratedCustomer(_random, number)).DistinctBy(customer => customer.Name)];
    }

    /// <param name="seed">Of everything.</param>
    /// <param name="matches">How many payments and groups of payments.</param>
    /// <param name="faultsMax">Up to so many of the published faults meet in one match.</param>
    /// <param name="harder">Further faults, each in a tenth of the matches.</param>
    public static (MatchSet Set, IReadOnlyList<TrueMatch> Truth) Make(int seed, int matches, int faultsMax, GeneratedFaults harder = GeneratedFaults.None)
    {
        var generator = new MatchGenerator(seed, faultsMax, harder);
        for (var match = 0; match < matches; match++)
        {
            generator.Add();
        }

        return (new MatchSet(generator._invoices, [.. generator._payers.Values], generator._lines), generator._truth);
    }

    private void Add()
    {
        var customer = _customers[_random.Next(_customers.Count)];
        var company = 1;
        while (company < 9 && _random.Next(2) == 0)
        {
            company++;
        }

        if (!customer.Companies.TryGetValue(company, out var account))
        {
            customer.Companies[company] = account = (_payers.Count, $"{customer.Currency[..2]}{_random.Next(10, 99)}BANK{_random.NextInt64(10_000_000_000_000, 99_999_999_999_999)}");
            _payers[account.PayerId] = new MatchPayer(account.PayerId, [customer.Name]) { CustomerNumbers = [customer.Number] };
        }

        var faults = Faults();
        var category = _random.Next(10);
        var count = category < 8 ? 1 : 2 + (int)(8 * (1 - Math.Sqrt(_random.NextDouble())) * 0.6);
        var issuedOn = new DateOnly(_random.Next(2000, 2025), 9, 20);
        var invoices = Enumerable.Range(0, count).Select(_ => Invoice(customer, account.PayerId, issuedOn)).ToList();
        if ((faults & GeneratedFaults.NotInList) == 0)
        {
            _invoices.AddRange(invoices);
        }

        var (first, payments) = (_lines.Count, category is 6 or 7 ? Parts(invoices[0].OpenMinor) : [invoices.Sum(invoice => invoice.OpenMinor)]);
        foreach (var amount in payments)
        {
            Pay(customer, account.Account, invoices, amount, faults);
        }

        var kind = count > 1 ? "one_pay_multi_inv" : payments.Count > 1 ? "multi_pay_one_inv" : "one_pay_one_inv";
        var words = faults == GeneratedFaults.None ? string.Empty : faults.ToString();
        List<int> right = (faults & GeneratedFaults.NotInList) != 0 ? [] : [.. invoices.Select(invoice => invoice.Id)];
        if ((faults & GeneratedFaults.PaidTwice) != 0)
        {
            // Nobody can say which of the two is the right one: neither may be applied unasked.
            var again = _lines[^1];
            _lines.Add(again with { Id = _lines.Count, PostedOn = again.PostedOn.AddDays(1) });
            _truth.Add(new TrueMatch(kind, words, [], [_lines.Count - 2, _lines.Count - 1]));
            _truth.Add(new TrueMatch(kind, words, right, [.. Enumerable.Range(first, _lines.Count - 2 - first)]));
            return;
        }

        _truth.Add(new TrueMatch(kind, words, right, [.. Enumerable.Range(first, _lines.Count - first)]));
    }

    private GeneratedFaults Faults()
    {
        var faults = GeneratedFaults.None;
        if (_random.Next(4) > 0)
        {
            var all = Enum.GetValues<GeneratedFaults>().Where(fault => (fault & Published) != 0).ToArray();
            _random.Shuffle(all);
            faults = all.Take(_random.Next(1, _faultsMax + 1)).Aggregate(faults, (sum, fault) => sum | fault);
        }

        foreach (var fault in Enum.GetValues<GeneratedFaults>().Where(fault => fault != 0 && (fault & _harder) != 0))
        {
            faults |= _random.Next(10) == 0 ? fault : GeneratedFaults.None;
        }

        return faults;
    }

    private MatchInvoice Invoice(GeneratedCustomer customer, int payer, DateOnly issuedOn)
    {
        string Unique(Func<string> make)
        {
            while (true)
            {
                if (make() is var number && _numbers.Add(number))
                {
                    return number;
                }
            }
        }

        var dollars = 100_000 * -Math.Log(1 - (_random.NextDouble() * 0.99));
        var invoice = new MatchInvoice(
            _numbers.Count, payer,
            [Unique(() => "INV" + GeneratedCustomer.NumberLike(_random, 15)), Unique(() => _random.NextInt64(0, 10_000_000_000).ToString("D10", System.Globalization.CultureInfo.InvariantCulture))],
            customer.Currency, (long)(dollars * 100 * customer.Rate) + 1_000, issuedOn, issuedOn.AddDays(_random.Next(0, 45)));
        customer.Invoices.Add(invoice);
        return invoice;
    }

    private List<long> Parts(long whole)
    {
        var shares = Enumerable.Range(0, _random.Next(4) == 0 ? 3 : 2).Select(_ => _random.NextDouble() + 0.01).ToList();
        var parts = shares.Select(share => (long)(share / shares.Sum() * whole)).ToList();
        parts[^1] += whole - parts.Sum();
        return parts;
    }

    private void Pay(GeneratedCustomer customer, string account, List<MatchInvoice> invoices, long amount, GeneratedFaults faults)
    {
        if ((faults & GeneratedFaults.SmallDeduction) != 0)
        {
            amount -= Math.Min(amount / 10, (long)(_random.NextDouble() * 10 * customer.Rate));
        }

        if ((faults & GeneratedFaults.UnknownFee) != 0)
        {
            amount -= Math.Min(amount / 2, _random.Next(500, 5_000) * customer.Rate);
        }

        if ((faults & GeneratedFaults.OtherAccount) != 0)
        {
            account = _customers[_random.Next(_customers.Count)].Companies.Values.Select(other => other.Account).FirstOrDefault(account);
        }

        var text = (faults & GeneratedFaults.NoReference) != 0 ? customer.Memo(_random, string.Empty, string.Empty) : Text(customer, invoices, faults);
        var name = (faults & GeneratedFaults.OtherName) != 0 ? customer.BankName : customer.Name;
        _lines.Add(new MatchLine(_lines.Count, name, account, text, amount, customer.Currency, invoices[0].IssuedOn.AddDays(_random.Next(0, 48))));
    }

    private string Text(GeneratedCustomer customer, List<MatchInvoice> invoices, GeneratedFaults faults)
    {
        if (invoices.Count > 1)
        {
            var numbers = invoices.Select(invoice => Worse(invoice.Numbers[1], faults, GeneratedFaults.BrokenBilling));
            return customer.Memo(_random, customer.Listed(numbers), string.Empty);
        }

        var (assignment, billing) = (invoices[0].Numbers[0], invoices[0].Numbers[1]);
        var quotesAssignment = (faults & GeneratedFaults.BrokenAssignment) != 0 || _random.Next(5) == 0;
        var quotesBilling = (faults & GeneratedFaults.BrokenBilling) != 0 || _random.Next(5) == 0;
        if (!quotesAssignment && !quotesBilling)
        {
            quotesBilling = _random.Next(2) == 0;
            quotesAssignment = !quotesBilling;
        }

        return customer.Memo(
            _random,
            quotesBilling ? Worse(billing, faults, GeneratedFaults.BrokenBilling) : string.Empty,
            quotesAssignment ? Worse(assignment, faults, GeneratedFaults.BrokenAssignment) : string.Empty);
    }

    private string Worse(string number, GeneratedFaults faults, GeneratedFaults broken)
    {
        number = (faults & GeneratedFaults.Typo) != 0 ? _faulty.Typo(number) : number;
        number = (faults & GeneratedFaults.LookAlikes) != 0 ? _faulty.LookAlike(number) : number;
        return (faults & broken) != 0 ? _faulty.Break(number) : number;
    }
}
