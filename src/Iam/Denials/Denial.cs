namespace Slipstream.Iam.Denials;

/// <summary>What a service said when it refused a call. What it did not say is null.</summary>
public sealed record Denial
{
    /// <summary>The caller's ARN.</summary>
    public string? Caller { get; init; }

    /// <summary>Such as <c>s3:PutObject</c>.</summary>
    public string? Action { get; init; }

    /// <summary>The resource's ARN.</summary>
    public string? Resource { get; init; }

    /// <summary>The call, as the client names it, without its service.</summary>
    public string? Operation { get; init; }

    /// <summary>What refused it.</summary>
    public required DenialSource Source { get; init; }

    /// <summary>The name of the role whose session called; null for users, and where the caller is not named.</summary>
    public string? Role => Caller?.Split(":assumed-role/") is [_, var session] ? session.Split('/')[0] : null;
}
