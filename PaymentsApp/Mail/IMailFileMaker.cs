using System.Globalization;

namespace PaymentsApp.Mail;

/// <summary>Makes a file of a mail at the moment when it is sent, from facts that its own transaction could not read yet.</summary>
public interface IMailFileMaker
{
    /// <summary>By which <see cref="NewMailFile.Maker"/> names it.</summary>
    string Name { get; }

    /// <summary>The file; null when there is nothing to make it from any more.</summary>
    /// <param name="from">The id that was queued with the mail.</param>
    /// <param name="culture">In whose way amounts and dates are written.</param>
    /// <param name="cancel">Stops making it.</param>
    Task<byte[]?> MakeAsync(string from, CultureInfo culture, CancellationToken cancel);
}
