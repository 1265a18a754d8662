using System.Text.Json;
using PaymentsApp.Domain;

namespace PaymentsApp.FollowUps.Holds;

/// <summary>What the audit log says of holds.</summary>
internal static class HoldAudit
{
    public static AuditFact Placed(CreditHold hold) => Of("HoldPlaced", hold, new { reason = hold.Reason, endsWhenPaid = hold.EndsWhenPaid });

    public static AuditFact Released(CreditHold hold) => Of("HoldReleased", hold, new { reason = hold.ReleaseReason });

    public static AuditFact RuleSet(CreditRule rule) => new AuditFact(
        "HoldRuleSet",
        "CreditHold",
        rule.Id.ToString(),
        JsonSerializer.Serialize(new { limitMinor = rule.LimitMinor, currency = rule.Currency, days = rule.Days }),
        rule.OrganizationId);

    private static AuditFact Of(string action, CreditHold hold, object body) =>
        new(action, "CreditHold", hold.Id.ToString(), JsonSerializer.Serialize(body), hold.OrganizationId);
}
