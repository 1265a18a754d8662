namespace PaymentsApp.Banking.Matching;

/// <summary>How closely a piece of text is a number.</summary>
public enum ReferenceReading
{
    Exact,

    /// <summary>Exact but for blanks, marks or line breaks inside, or grown together with its neighbours.</summary>
    Joined,

    /// <summary>Letters for the digits they look like, or the other way round.</summary>
    LookAlike,

    /// <summary>With a digit missing, added, swapped or wrong, or cut short.</summary>
    Faulty,
}
