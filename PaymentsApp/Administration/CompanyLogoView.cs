namespace PaymentsApp.Administration;

/// <summary>The logo as it is kept.</summary>
/// <param name="MediaType">Such as "image/png".</param>
/// <param name="Bytes">The whole file.</param>
public sealed record CompanyLogoView(string MediaType, byte[] Bytes)
{
    /// <summary>For an image on a page: without an address that anybody could ask for.</summary>
    public string Source => $"data:{MediaType};base64,{Convert.ToBase64String(Bytes)}";
}
