namespace Slipstream.Testing.Aws.Sts;

/// <summary>Credentials of a role that STS has handed out.</summary>
/// <param name="Role">The role's name, without its path.</param>
/// <param name="Name">The session's name, as CloudTrail would show it.</param>
/// <param name="AccessKey">Tells whose call it is.</param>
/// <param name="Token">Goes with every call.</param>
/// <param name="Expires">What STS said.</param>
public sealed record AwsSession(string Role, string Name, string AccessKey, string Token, DateTimeOffset Expires)
{
    /// <summary>As AWS's messages name it.</summary>
    public string Arn => $"arn:aws:sts::{LoopbackAws.Account}:assumed-role/{Role}/{Name}";

    /// <summary>Whether it is refused from now on, whatever was said.</summary>
    public bool IsExpired { get; set; }
}
