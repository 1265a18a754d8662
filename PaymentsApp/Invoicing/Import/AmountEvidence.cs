namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// Counts what a column's values say about its decimal mark. One <c>1,234</c> says nothing; one
/// <c>1,234.50</c> or <c>12,5</c> says it for all of them.
/// </summary>
public sealed class AmountEvidence
{
    private const double StrayShare = 0.05;

    private long _plain;
    private long _pointOnly;
    private long _commaOnly;
    private long _eitherWay;
    private long _notANumber;

    /// <summary>A value that reads as two different amounts; null when there is none.</summary>
    public string? Doubtful { get; private set; }

    public void Add(string value)
    {
        var isPoint = ImportAmounts.TryParse(value, '.', out var withPoint, out _);
        var isComma = ImportAmounts.TryParse(value, ',', out var withComma, out _);
        switch (isPoint, isComma)
        {
            case (true, true) when withPoint == withComma:
                _plain++;
                break;
            case (true, true) when StartsWithZero(value):
                // 0.125 or 0,125: no group begins with a zero.
                Count(value);
                break;
            case (true, true):
                _eitherWay++;
                Doubtful ??= value;
                break;
            case (true, false):
                _pointOnly++;
                break;
            case (false, true):
                _commaOnly++;
                break;
            default:
                _notANumber++;
                break;
        }
    }

    /// <summary>At least half are: a small file may have a faulty line or two.</summary>
    public bool LooksLikeAmounts
    {
        get
        {
            var numbers = _plain + _pointOnly + _commaOnly + _eitherWay;
            return numbers > 0 && numbers >= _notANumber;
        }
    }

    /// <summary>The mark that the values prove, or null where they leave it open.</summary>
    public char? DecimalMark
    {
        get
        {
            var proofs = _pointOnly + _commaOnly;
            if (proofs == 0)
            {
                return _eitherWay == 0 ? '.' : null;
            }

            if (Math.Min(_pointOnly, _commaOnly) > proofs * StrayShare)
            {
                return null;
            }

            return _pointOnly > _commaOnly ? '.' : ',';
        }
    }

    private void Count(string value)
    {
        if (value.Contains('.'))
        {
            _pointOnly++;
        }
        else
        {
            _commaOnly++;
        }
    }

    private static bool StartsWithZero(string value) => ImportAmounts.Bare(value, out _, out _) is ['0', ..];
}
