namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// Counts what a column's values say about the order of its dates. One value such as 1/2/2013 says
/// nothing; one 1/26/2013 among thousands says it for all of them.
/// </summary>
public sealed class DateEvidence
{
    // A few misspelt dates must not turn a clear column into a question.
    private const double StrayShare = 0.05;

    private long _anyOrder;
    private long _dayFirstOnly;
    private long _monthFirstOnly;
    private long _eitherWay;
    private long _notADate;

    /// <summary>A value that reads as two different dates; null when there is none.</summary>
    public string? Doubtful { get; private set; }

    public void Add(string value)
    {
        if (ImportDates.TryReadUnambiguous(value, out _))
        {
            _anyOrder++;
            return;
        }

        var isDayFirst = ImportDates.TryParse(value, DateOrder.DayMonthYear, out var dayFirst);
        var isMonthFirst = ImportDates.TryParse(value, DateOrder.MonthDayYear, out var monthFirst);
        switch (isDayFirst, isMonthFirst)
        {
            case (true, true) when dayFirst == monthFirst:
                _anyOrder++;
                break;
            case (true, true):
                _eitherWay++;
                Doubtful ??= value;
                break;
            case (true, false):
                _dayFirstOnly++;
                break;
            case (false, true):
                _monthFirstOnly++;
                break;
            default:
                _notADate++;
                break;
        }
    }

    /// <summary>At least half are: a small file may have a faulty line or two.</summary>
    public bool LooksLikeDates
    {
        get
        {
            var dates = _anyOrder + _dayFirstOnly + _monthFirstOnly + _eitherWay;
            return dates > 0 && dates >= _notADate;
        }
    }

    /// <summary>The order that the values prove, or null where they leave it open.</summary>
    public DateOrder? Order
    {
        get
        {
            var proofs = _dayFirstOnly + _monthFirstOnly;
            if (proofs == 0)
            {
                return _eitherWay == 0 ? DateOrder.YearMonthDay : null;
            }

            if (Math.Min(_dayFirstOnly, _monthFirstOnly) > proofs * StrayShare)
            {
                return null;
            }

            return _dayFirstOnly > _monthFirstOnly ? DateOrder.DayMonthYear : DateOrder.MonthDayYear;
        }
    }
}
