namespace PaymentsApp.Documents;

internal static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(DocumentOptions.Section).Get<DocumentOptions>() ?? new DocumentOptions();
        if (options.Paper is not ("" or nameof(PdfPaper.A4) or nameof(PdfPaper.Letter)))
        {
            throw new InvalidOperationException($"Documents:Paper is “{options.Paper}”; it can be A4, Letter or empty.");
        }

        services.AddSingleton(options);
        services.AddSingleton<PdfFonts>();
        services.AddSingleton<PdfDocuments>();
        return services;
    }
}
