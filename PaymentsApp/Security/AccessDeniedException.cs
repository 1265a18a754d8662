namespace PaymentsApp.Security;

/// <summary>Someone asked for what their roles do not allow; a page should not have offered it.</summary>
public sealed class AccessDeniedException(Permission permission)
    : UnauthorizedAccessException($"The permission {permission} is missing.")
{
    public Permission Permission { get; } = permission;
}
