using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentsApp.Banking.Reading;

/// <summary>The readings as JSON, in the shape that docs/BANK-FILES.md describes. Written piece by piece: a large file needs no large text.</summary>
public sealed class BankFileJson : IDisposable
{
    private const int PieceBytes = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(PieceBytes);
    private readonly Utf8JsonWriter _json;
    private readonly TextWriter _output;

    private BankFileJson(TextWriter output)
    {
        _output = output;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public static void Write(BankFileReading reading, TextWriter output)
    {
        using var json = new BankFileJson(output);
        json.Write(reading);
    }

    public void Dispose() => _json.Dispose();

    private void Write(BankFileReading reading)
    {
        _json.WriteStartObject();
        switch (reading)
        {
            case BankFileReading.Read read:
                _json.WriteString("result", "read");
                Write(read.File);
                break;
            case BankFileReading.Refused refused:
                _json.WriteString("result", "refused");
                _json.WriteString("reason", refused.Reason);
                Place(refused.At);
                break;
            case BankFileReading.Asks asks:
                _json.WriteString("result", "asks");
                Questions(asks.Questions);
                break;
        }

        _json.WriteEndObject();
        _json.Flush();
        Pass();
        _output.WriteLine();
    }

    private void Write(BankFile file)
    {
        _json.WriteString("sha256", file.Sha256);
        _json.WriteNumber("bytes", file.Raw.Length);
        _json.WriteStartArray("statements");
        foreach (var statement in file.Statements)
        {
            Write(statement);
        }

        _json.WriteEndArray();
        Findings(file.Findings);
    }

    private void Write(BankStatement statement)
    {
        _json.WriteStartObject();
        _json.WriteString("format", statement.Format);
        Text("member", statement.Member);
        Text("account", statement.Account);
        Text("accountOwner", statement.AccountOwner);
        Text("bank", statement.Bank);
        Text("currency", statement.Currency);
        Text("statementId", statement.StatementId);
        Text("number", statement.Number);
        Text("page", statement.Page);
        Day("from", statement.From);
        Day("to", statement.To);
        Text("createdAt", statement.CreatedAt);
        Balance("opening", statement.Opening);
        Balance("closing", statement.Closing);
        _json.WriteStartArray("balances");
        foreach (var balance in statement.Balances)
        {
            Balance(null, balance);
        }

        _json.WriteEndArray();
        _json.WriteNumber("rawEntries", statement.RawEntries);
        _json.WriteNumber("readEntries", statement.ReadEntries);
        _json.WriteNumber("reportedEntries", statement.ReportedEntries);
        _json.WriteBoolean("mayBeAppliedAutomatically", statement.MayBeAppliedAutomatically);
        Place(statement.At);
        _json.WriteStartArray("entries");
        foreach (var entry in statement.Entries)
        {
            Write(entry);
            if (_json.BytesPending + _buffer.WrittenCount > PieceBytes)
            {
                _json.Flush();
                Pass();
            }
        }

        _json.WriteEndArray();
        Findings(statement.Findings);
        _json.WriteEndObject();
    }

    private void Write(BankEntry entry)
    {
        _json.WriteStartObject();
        Day("bookingDate", entry.BookedOn);
        Day("valueDate", entry.ValueOn);
        _json.WriteNumber("amountMinor", entry.AmountMinor);
        Text("currency", entry.Currency);
        _json.WriteString("status", Word(entry.Status.ToString()));
        _json.WriteBoolean("reversal", entry.IsReversal);
        Text("returnReason", entry.ReturnReason);
        Text("payerName", entry.PayerName);
        Text("payerAccount", entry.PayerAccount);
        Text("payerBank", entry.PayerBank);
        Text("ultimatePayer", entry.UltimatePayer);
        Text("payerId", entry.PayerId);
        Text("reference", entry.Reference);
        Text("customerReference", entry.CustomerReference);
        Text("endToEndId", entry.EndToEndId);
        Text("mandateId", entry.MandateId);
        Text("checkNumber", entry.CheckNumber);
        Text("bankId", entry.BankId);
        Text("transactionCode", entry.TransactionCode);
        Text("bankText", entry.BankText);
        _json.WriteString("remittanceText", entry.RemittanceText);
        _json.WriteStartArray("remittanceParts");
        foreach (var part in entry.RemittanceParts)
        {
            _json.WriteStringValue(part);
        }

        _json.WriteEndArray();
        BankFileJsonParts.Write(_json, entry);
        Place(entry.At);
        _json.WriteStartObject("positions");
        foreach (var value in entry.ValuesAt)
        {
            _json.WriteStartObject(Word(value.Field.ToString()));
            Place(value.At);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Findings(IReadOnlyList<BankFinding> findings)
    {
        _json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", Word(finding.Kind.ToString()));
            _json.WriteString("message", finding.Message);
            _json.WriteBoolean("blocksAutomation", finding.BlocksAutomation);
            if (finding.DifferenceMinor is { } difference)
            {
                _json.WriteNumber("differenceMinor", difference);
            }

            Place(finding.At);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Questions(IReadOnlyList<BankQuestion> questions)
    {
        _json.WriteStartArray("questions");
        foreach (var question in questions)
        {
            _json.WriteStartObject();
            _json.WriteString("key", question.Key);
            _json.WriteString("text", question.Text);
            _json.WriteStartArray("options");
            foreach (var option in question.Options)
            {
                _json.WriteStartObject();
                _json.WriteString("value", option.Value);
                _json.WriteString("example", option.Example);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Balance(string? name, BankBalance? balance)
    {
        if (name is not null)
        {
            _json.WritePropertyName(name);
        }

        if (balance is null)
        {
            _json.WriteNullValue();
            return;
        }

        _json.WriteStartObject();
        _json.WriteString("kind", balance.Kind);
        _json.WriteNumber("amountMinor", balance.AmountMinor);
        Text("currency", balance.Currency);
        Day("date", balance.On);
        Place(balance.At);
        _json.WriteEndObject();
    }

    private void Place(SourcePosition? at)
    {
        if (at is { } place)
        {
            _json.WriteNumber("line", place.Line);
            _json.WriteNumber("byteOffset", place.Offset);
        }
    }

    private void Text(string name, string? value) => _json.WriteString(name, value);

    private void Day(string name, DateOnly? value) => _json.WriteString(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private void Pass()
    {
        _output.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _buffer.ResetWrittenCount();
    }
}
