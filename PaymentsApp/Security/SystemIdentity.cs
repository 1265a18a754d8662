using System.Security.Claims;

namespace PaymentsApp.Security;

/// <summary>
/// The program itself, as the command line and the start of the program act. Only code can make one:
/// no cookie is read back into this type.
/// </summary>
internal sealed class SystemIdentity() : ClaimsIdentity("System");
