namespace PaymentsApp.Banking.Matching;

/// <summary>Ways to guard a reference with check digits.</summary>
internal enum CheckScheme
{
    None,

    /// <summary>ISO 11649: RF and two digits, modulo 97.</summary>
    CreditorReference,

    /// <summary>Switzerland's QR and slip references: modulo 10, recursive.</summary>
    SwissReference,

    /// <summary>Belgium's structured communication: the last two digits are the rest modulo 97.</summary>
    BelgianCommunication,

    /// <summary>Finland's viite: weights 7, 3, 1.</summary>
    FinnishReference,

    /// <summary>Norway's KID and others: Luhn, modulo 10.</summary>
    Luhn,
}
