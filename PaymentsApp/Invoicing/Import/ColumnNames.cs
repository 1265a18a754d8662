using System.Text;

namespace PaymentsApp.Invoicing.Import;

/// <summary>
/// How exports name their columns, in English, German and French. A score says how well a name fits a
/// field; two columns with the same field are told apart by score and by their values.
/// </summary>
public static class ColumnNames
{
    /// <summary>Names from here on are taken without asking.</summary>
    public const int Sure = 80;

    private static readonly Dictionary<string, (ImportField Field, int Score)> Known = Build();

    /// <summary>Fields that a header may stand for, with a score from 1 to 100.</summary>
    public static (ImportField Field, int Score)? Find(string header) =>
        Known.TryGetValue(Normalise(header), out var found) ? found : null;

    /// <summary>
    /// Letters and digits in lower case without accents: <c>N° de facture</c>, <c>InvoiceNumber</c> and
    /// <c>invoice_number</c> become <c>ndefacture</c>, <c>invoicenumber</c> and <c>invoicenumber</c>.
    /// </summary>
    public static string Normalise(string header)
    {
        var letters = new StringBuilder(header.Length);
        foreach (var c in header.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
            else if (c == '#')
            {
                letters.Append("no");
            }
        }

        return letters.ToString();
    }

    private static Dictionary<string, (ImportField Field, int Score)> Build()
    {
        var known = new Dictionary<string, (ImportField, int)>(StringComparer.Ordinal);
        foreach (var (field, score, names) in Names())
        {
            foreach (var name in names.Split(',', StringSplitOptions.TrimEntries))
            {
                known[Normalise(name)] = (field, score);
            }
        }

        return known;
    }

    // The invoice's own number before the billing system's, that before the ledger's (an accounting document
    // number is unique only per company and year), that before a database row's id.
    private static (ImportField Field, int Score, string Names)[] Names() =>
    [
        (ImportField.InvoiceNumber, 100, "invoice number, invoice no, invoice nr, invoice num, inv no, inv number, invoice #, "
            + "Rechnungsnummer, Rechnungsnr, Rechnungs-Nr, Rechnung Nr, RgNr, numéro de facture, numéro facture, no de facture, n de facture, n facture, no facture"),
        (ImportField.InvoiceNumber, 90, "billing number, billing document, billing no, bill number, invoice, Rechnung, facture, Fakturanummer, invoice reference"),
        (ImportField.InvoiceNumber, 80, "document number, document no, doc no, doc number, Belegnummer, Belegnr, Beleg-Nr, numéro de pièce, no de pièce, pièce"),
        (ImportField.InvoiceNumber, 60, "invoice id, number, no, Nummer, Nr, numéro, reference, Referenz, référence"),
        (ImportField.InvoiceNumber, 40, "assignment number, Zuordnung, Zuordnungsnummer"),

        (ImportField.CustomerNumber, 100, "customer number, customer no, customer nr, customer id, customer #, customer code, client number, client no, client id, client code, "
            + "account number, account no, organization number, organisation number, advertiser id, advertiser number, "
            + "Kundennummer, Kundennr, Kunden-Nr, Debitorennummer, Debitor, numéro client, no client, n client, code client, compte client, numéro de client"),
        (ImportField.CustomerNumber, 70, "customer, account, cust id, cust no, Kunde, sold to, bill to"),

        (ImportField.CustomerName, 100, "customer name, client name, organization, organisation, organization name, organisation name, company name, advertiser, advertiser name, account name, "
            + "Kundenname, Firma, Firmenname, Name des Kunden, nom du client, nom client, raison sociale, société"),
        (ImportField.CustomerName, 70, "name, company, client, business partner, Name 1, nom, entreprise"),

        (ImportField.Amount, 100, "invoice amount, amount, total, invoice total, total amount, gross amount, grand total, gross, "
            + "Betrag, Rechnungsbetrag, Bruttobetrag, Gesamtbetrag, Brutto, Summe, montant, montant ttc, total ttc, montant total, montant facture"),
        (ImportField.Amount, 60, "value, net amount, net, Wert, Nettobetrag, Netto, montant ht, total ht, price, Preis, prix, amount due"),

        (ImportField.Currency, 100, "currency, currency code, iso currency, curr, Währung, Währungscode, Whrg, Wrg, devise, monnaie, code devise"),

        (ImportField.IssuedOn, 100, "invoice date, issue date, issued on, issued, date issued, date of issue, billing date, "
            + "Rechnungsdatum, Ausstellungsdatum, date de facture, date facture, date de facturation, date d'émission"),
        (ImportField.IssuedOn, 90, "document date, bill date, Belegdatum, date de pièce, date pièce"),
        (ImportField.IssuedOn, 70, "date, Datum, posting date, Buchungsdatum, date comptable"),

        (ImportField.DueOn, 100, "due date, due on, due, date due, payment due, payment due date, net due date, "
            + "Fälligkeit, Fälligkeitsdatum, fällig am, fällig, Zahlbar bis, échéance, date d'échéance, date échéance"),

        (ImportField.SettledOn, 100, "settled date, settled on, settlement date, date settled, paid on, paid date, date paid, payment date, clearing date, cleared on, "
            + "bezahlt am, Zahlungsdatum, Ausgleichsdatum, Zahldatum, réglé le, date de règlement, date règlement, date de paiement, payé le"),

        (ImportField.Description, 100, "description, item description, line description, Beschreibung, Bezeichnung, Buchungstext, libellé, désignation"),
        (ImportField.Description, 70, "text, details, memo, item, subject, Text, Betreff, Positionstext, objet"),

        (ImportField.MagazineIssue, 100, "magazine issue, issue, publication issue, edition, Ausgabe, Heft, Heftnummer, parution, numéro de parution, édition"),

        (ImportField.Product, 100, "product, product name, product code, article, publication, magazine, title, Produkt, Artikel, Titel, produit"),

        (ImportField.Owner, 100, "sales rep, sales rep e-mail, rep e-mail, salesperson, sales person, account manager, owner, owner e-mail, account executive, "
            + "Verkäufer, Vertriebsmitarbeiter, Kundenbetreuer, Anzeigenberater, commercial, vendeur, chargé de clientèle"),

        (ImportField.PayerNumber, 100, "payer number, payer no, payer id, payer customer number, paid by, agency number, agency id, parent number, parent customer, parent id, "
            + "Zahlernummer, Zahler, Agenturnummer, numéro payeur, payeur, code agence"),
        (ImportField.PayerName, 100, "payer name, agency, agency name, parent company, parent name, Name des Zahlers, Agentur, Agenturname, nom du payeur, agence"),

        (ImportField.PaymentTerms, 100, "payment terms, payment term, terms, terms days, net days, credit days, payment terms days, "
            + "Zahlungsziel, Zahlungsfrist, Zahlungsbedingung, Zahlungsbedingungen, conditions de paiement, délai de paiement, délai de règlement"),

        (ImportField.DocumentType, 100, "document type, doc type, invoice type, transaction type, billing type, type of document, "
            + "Belegart, Belegtyp, Dokumenttyp, Dokumentart, Rechnungsart, type de document, type de pièce, type de facture"),
        (ImportField.DocumentType, 70, "type, kind, Art, Typ, nature"),
    ];
}
