using System.Globalization;
using System.Text.Json;

namespace PaymentsApp.Banking.Reading;

/// <summary>The lists within an entry, as JSON.</summary>
internal static class BankFileJsonParts
{
    public static void Write(Utf8JsonWriter json, BankEntry entry)
    {
        json.WriteStartArray("fees");
        foreach (var fee in entry.Charges)
        {
            json.WriteStartObject();
            json.WriteNumber("amountMinor", fee.AmountMinor);
            json.WriteString("currency", fee.Currency);
            Flag(json, "included", fee.IsIncluded);
            json.WriteString("text", fee.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("references");
        foreach (var reference in entry.References)
        {
            json.WriteStartObject();
            json.WriteString("type", reference.Type);
            json.WriteString("value", reference.Value);
            Flag(json, "checkDigitsGood", reference.HasGoodCheckDigits);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("documents");
        foreach (var document in entry.Documents)
        {
            json.WriteStartObject();
            json.WriteString("type", document.Type);
            json.WriteString("number", document.Number);
            json.WriteString("date", document.DatedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Number(json, "paidMinor", document.PaidMinor);
            Number(json, "grossMinor", document.GrossMinor);
            Number(json, "discountMinor", document.DiscountMinor);
            json.WriteString("note", document.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Original(json, entry.Original);
        Batch(json, entry.Batch);
    }

    private static void Original(Utf8JsonWriter json, BankOriginal? original)
    {
        if (original is null)
        {
            json.WriteNull("original");
            return;
        }

        json.WriteStartObject("original");
        json.WriteNumber("amountMinor", original.AmountMinor);
        json.WriteString("currency", original.Currency);
        json.WriteString("rate", original.Rate);
        json.WriteEndObject();
    }

    private static void Batch(Utf8JsonWriter json, BankBatch? batch)
    {
        if (batch is null)
        {
            json.WriteNull("batch");
            return;
        }

        json.WriteStartObject("batch");
        json.WriteNumber("entry", batch.Entry);
        json.WriteNumber("amountMinor", batch.AmountMinor);
        json.WriteNumber("part", batch.Part);
        json.WriteNumber("parts", batch.Parts);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Flag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
