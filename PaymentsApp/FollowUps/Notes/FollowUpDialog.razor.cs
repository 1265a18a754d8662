using Microsoft.AspNetCore.Components;
using PaymentsApp.Domain;
using PaymentsApp.Payments.Details;
using Radzen;

namespace PaymentsApp.FollowUps.Notes;

/// <summary>Asks for a note, for what came of a call, or for what comes after what is done. Open it with <see cref="OpenAsync"/>.</summary>
public sealed partial class FollowUpDialog : CorrectionDialog
{
    private const string ForMe = "me";
    private const string ForAnyone = "anyone";

    private string _spokeWith = "";
    private string _text = "";
    private DateOnly? _nextOn;
    private string _who = ForMe;

    [Parameter, EditorRequired] public FollowUpKind Kind { get; set; }

    [Parameter, EditorRequired] public int OrganizationId { get; set; }

    [Parameter, EditorRequired] public string Organization { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<string> Contacts { get; set; } = [];

    /// <summary>Of the plan that the person sees, for Done.</summary>
    [Parameter, EditorRequired] public int Version { get; set; }

    [Inject] private FollowUpService FollowUps { get; set; } = default!;

    private string TextLabel => Kind switch
    {
        FollowUpKind.Call => "What came of it",
        FollowUpKind.Done => "What was done",
        _ => "Note",
    };

    private string Saved => Kind switch
    {
        FollowUpKind.Call => "Call noted.",
        FollowUpKind.Done => "Done.",
        _ => "Note saved.",
    };

    public static Task OpenAsync(DialogService dialogs, FollowUpKind kind, int organizationId, string organization, IReadOnlyList<string> contacts, int version) =>
        dialogs.OpenAsync<FollowUpDialog>(
            kind == FollowUpKind.Done ? "Done, and what comes next" : kind.ToString(),
            new Dictionary<string, object?>
            {
                [nameof(Kind)] = kind,
                [nameof(OrganizationId)] = organizationId,
                [nameof(Organization)] = organization,
                [nameof(Contacts)] = contacts,
                [nameof(Version)] = version,
            },
            Options);

    protected override void OnInitialized() => _spokeWith = Kind == FollowUpKind.Call && Contacts.Count == 1 ? Contacts[0] : "";

    // Not cancelled when the person leaves: what was said must not be lost.
    private Task WriteAsync() => SaveAsync(
        () => FollowUps.WriteAsync(
            new WriteFollowUp(FactId, OrganizationId, Kind, _text, _spokeWith, _nextOn is { } on ? new PlannedAction(on, _who == ForMe) : null, Version),
            CancellationToken.None),
        Saved);
}
