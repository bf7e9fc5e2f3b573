namespace Slipstream.AwsJson.Glue;

/// <summary>What a principal may do with new tables.</summary>
public sealed record PrincipalPermissions
{
    /// <summary>Who.</summary>
    public DataLakePrincipal? Principal { get; init; }

    /// <summary>What.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }
}
