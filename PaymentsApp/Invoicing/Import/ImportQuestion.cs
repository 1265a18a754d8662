namespace PaymentsApp.Invoicing.Import;

/// <summary>Something the file leaves open and a person has to say before anything is imported.</summary>
/// <param name="Kind">What kind of answer is wanted.</param>
/// <param name="Field">The field it is about.</param>
/// <param name="Text">The question, with the file's own words.</param>
public sealed record ImportQuestion(ImportQuestionKind Kind, ImportField Field, string Text);
