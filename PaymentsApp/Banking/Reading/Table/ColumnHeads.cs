using System.Collections.Frozen;

namespace PaymentsApp.Banking.Reading.Table;

/// <summary>Words that stand over columns, in the languages of banks' exports. The first role that knows a head has it.</summary>
internal static class ColumnHeads
{
    // Whole heads, letters and figures only, in lower case.
    private const string Words = """
        BookedOn: date; bookingdate; bookdate; posted; posteddate; postingdate; postdate; transactiondate; dateposted; buchungstag; buchungsdatum; buchung; datum; boekdatum; dateop; dateoperation; datecomptable; datedecomptabilisation; fecha; fechaoperacion; fechacontable; data; datacontabile; dataoperazione; datamovimento; datalancamento; dataoperacji; dataksiegowania; created; createdutc; createdon; completeddate; datecompleted; entrydate; bokforingsdatum; bokforingsdag; kirjauspaiva; dato; bogforingsdato; rentedatum2; effectivedate; transdate; trandate; txndate; processeddate; settlementdate; time; datetime; createdat; finisheddate; transactiontime
        ValueOn: valuedate; valuta; valutadatum; wert; wertstellung; wertstellungstag; datevaleur; datedevaleur; fechavalor; datavaluta; valutadate; rentedatum; availableonutc; availableon; valdatum; datawaluty; value
        Amount: amount; amounteur; amountusd; amountgbp; amountchf; betrag; betrageur; betragineur; umsatz; umsatzeur; bedrag; bedrageur; montant; montanteneuros; importe; importo; valor; kwota; kwotatransakcji; belopp; summa; belop; belob; net; netamount; transactionamount; amountaccountcurrency; montantdeloperation; paymentamount; amt; nett; localamount; sum
        Debit: debit; debits; amountdebit; debitamount; withdrawal; withdrawals; withdrawalamount; paidout; moneyout; outflow; out; soll; belastung; lastschrift; ausgang; af; debiteur; cargo; cargos; addebito; addebiti; dare; uscite; wychodzace; obciazenia; debito; paymentsout; spent; debet; ausgaben; montantdebit
        Credit: credit; credits; amountcredit; creditamount; deposit; deposits; depositamount; paidin; moneyin; inflow; in; haben; gutschrift; eingang; bij; abono; abonos; accredito; accrediti; avere; entrate; uznania; credito; paymentsin; received; einnahmen; montantcredit
        Side: dc; drcr; crdr; debitcredit; creditdebit; sollhaben; afbij; sens; sign; cdtdbtind; creditdebitindicator; transactiontype; sh; debetcredit; cd
        Balance: balance; runningbalance; saldo; saldonachbuchung; kontostand; solde; newbalance; balanceafter; accountbalance; saldonamutatie; saldodisponibile; cashbalance; ledgerbalance; endingbalance; closingbalance; balans; saldoeur; availablebalance
        Currency: currency; ccy; curr; currencycode; wahrung; waehrung; munt; valuta2; devise; moneda; divisa; valutacode; waluta; valutakode; accountcurrency; transactioncurrency
        PayerName: name; payee; payer; payername; payeename; partnername; partner; counterparty; counterpartyname; naamtegenpartij; naam; beguenstigterzahlungspflichtiger; begunstigterzahlungspflichtiger; auftraggeberempfanger; auftraggeberempfaenger; auftraggeberbeguenstigter; auftraggeberbegunstigter; zahlungsbeteiligter; namezahlungsbeteiligter; empfanger; auftraggeber; beneficiary; beneficiaryname; remitter; sender; sendername; customername; customer; merchant; nomcontrepartie; contrepartie; beneficiaire; ordenante; beneficiario; ordinante; nadawca; nadawcaodbiorca; kontrahent; from; debtor; debtorname; mottagare; avsandare; tegenpartij; originator; othername; counterpartname
        PayerAccount: bankaccount; counterpartyaccount; counterpartyiban; payeraccount; payeriban; kontonummeriban; tegenrekening; tegenrekeningibanbban; gegenkonto; ibanzahlungsbeteiligter; kontonummer2; comptecontrepartie; counterpartaccount; counteraccount; iban2; beneficiaryaccount; debtoraccount; debtoriban; partneriban; partneraccount; otheraccount; senderaccount; senderiban; accountnumbercounterparty; ibantegenpartij; rachunekkontrahenta; numerrachunkukontrahenta
        PayerBank: bic; blz; bicswiftcode; bicswift; swift; routingnumber; biczahlungsbeteiligter; counterpartybic; bictegenpartij
        EndToEndId: endtoendid; endtoendreference; endtoendreferenz; kundenreferenzendtoend; e2eid; endtoend; end2endid
        MandateId: mandateid; mandatsreferenz; mandatereference; machtigingskenmerk; mandate
        BankId: id; transactionid; transactionnumber; balancetransactionid; txid; txnid; transactionref; bankreference; bankref; uniqueid; operationnumber; fitid; referenceid; archivreferenz; transactionreference; volgnr; sequencenumber; arkivreferens; reversereference
        CheckNumber: checknumber; chequenumber; checkno; chequeno; check; cheque; checkorslipnumber; numerocheque; num
        Reference: reference; referenz; ref; customerreference; kundenreferenz; betalingskenmerk; invoicenumber; invoice; invoiceno; reffrence; sammlerreferenz; paymentreference; referencenumber; viite; ocr
        Text: description; text; memo; details; detail; narrative; narration; verwendungszweck; buchungstext2; omschrijving; mededelingen; omschrijving1; libelle; label; libelleoperation; concepto; descripcion; descrizione; causale; descricao; opis; tytul; tytuloperacji; remittance; remittanceinformation; note; notes; message; communication; particulars; transactiondescription; transaction; paymentdetails; transactiondetails; meddelelse; beskrivning; tekst; viesti; selite; additionalinformation; info; information; purpose; originaldescription; vorgangverwendungszweck; zweck
        Fee: fee; fees; gebuhr; gebuehr; commission; kosten; frais; charge; charges; comision; spese; provision
        OwnAccount: account; accountnumber; accountno; ibanaccount; auftragskonto; kontonummer; rekening; rekeningnummer; iban; ibanbban; compte; numerodecompte; cuenta; conto; konto; accountname; accountid; ibanauftragskonto; bankaccountnumber; rachunek
        OriginalAmount: amountcurrency; originalamount; foreignamount; ursprungsbetrag; gross; oorspronkelijkbedrag; amountforeign; instructedamount
        OriginalCurrency: originalcurrency; foreigncurrency; ursprungswahrung
        Kind: type; kind; buchungstext; umsatzart; category; mutatiesoort; code; transactioncode; reportingcategory; trntype; art; typ; tipo; paymenttype
        """;

    private static readonly FrozenDictionary<string, ColumnRole> Known = Parse();

    /// <summary>"Betrag (EUR)", "Amount Debit", "D/C": the role that the head gives its column; null when it says nothing.</summary>
    public static ColumnRole? RoleOf(string head)
    {
        var plain = Plain(head);
        if (Known.TryGetValue(plain, out var role))
        {
            return role;
        }

        // "Amount (EUR)", "Balance in CHF"
        var bracket = head.IndexOfAny(['(', '[']);
        if (bracket > 0 && Known.TryGetValue(Plain(head[..bracket]), out role))
        {
            return role;
        }

        foreach (var suffix in new[] { "ineur", "inusd", "ingbp", "inchf", "eur", "usd", "gbp", "chf", "utc" })
        {
            if (plain.EndsWith(suffix, StringComparison.Ordinal) && Known.TryGetValue(plain[..^suffix.Length], out role))
            {
                return role;
            }
        }

        return null;
    }

    private static string Plain(string head) => string.Concat(
        head.Normalize(System.Text.NormalizationForm.FormD)
            .Where(c => char.IsLetterOrDigit(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    private static FrozenDictionary<string, ColumnRole> Parse()
    {
        var known = new Dictionary<string, ColumnRole>();
        foreach (var line in Words.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var role = Enum.Parse<ColumnRole>(line.AsSpan(0, colon).Trim());
            foreach (var word in line[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries))
            {
                known.TryAdd(word, role);
            }
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
