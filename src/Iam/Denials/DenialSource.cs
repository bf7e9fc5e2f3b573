namespace Slipstream.Iam.Denials;

/// <summary>
/// What refused a call: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html.
/// </summary>
public enum DenialSource
{
    /// <summary>The message does not say.</summary>
    Unsaid,

    /// <summary>No policy of the role allows it.</summary>
    Identity,

    /// <summary>The policy of the bucket, the key or the role that is taken on.</summary>
    Resource,

    /// <summary>The organisation's service control policy.</summary>
    Organisation,

    /// <summary>The role's permissions boundary.</summary>
    Boundary,

    /// <summary>The policy that the session was narrowed by.</summary>
    Session,

    /// <summary>The policy of the VPC's endpoint.</summary>
    Endpoint,

    /// <summary>A policy of the role denies it.</summary>
    ExplicitIdentity,

    /// <summary>Lake Formation's own permissions.</summary>
    LakeFormation,
}
