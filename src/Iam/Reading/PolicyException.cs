namespace Slipstream.Iam.Reading;

/// <summary>A file is no policy, or not one of the form that is written here; the message names its line.</summary>
public sealed class PolicyException : Exception
{
    private PolicyException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    internal static PolicyException NotJson(string file, int line, Exception cause) =>
        new($"{file}:{line}: this is no JSON: {cause.Message}", cause);

    internal static PolicyException NotAPolicy(string file, int line) =>
        new($"{file}:{line}: this is no IAM policy. A policy is an object with Version and Statement.");

    internal static PolicyException Kind(string file, int line, string element, string expected) =>
        new($"{file}:{line}: {element} must be {expected}.");

    internal static PolicyException Missing(string file, int line, string element) =>
        new($"{file}:{line}: the statement has no {element}. Add it.");

    internal static PolicyException Unknown(string file, Located element, string known) =>
        new($"{file}:{element.Line}: '{element.Text}' is no element of a policy. Its elements are {known}.");

    internal static PolicyException Foreign(string file, int line, string what) =>
        new($"{file}:{line}: the statement has {what}. Policies here only allow, and name what they allow.");

    internal static PolicyException NotACall(string file, int line, Exception cause) =>
        new($"{file}:{line}: this is no recorded call: {cause.Message} A call has role, scenario, operation and requests.", cause);
}
