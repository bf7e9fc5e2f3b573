namespace Slipstream.AwsJson.Glue;

/// <summary>Somebody with rights in Lake Formation.</summary>
public sealed record DataLakePrincipal
{
    /// <summary>An ARN or a group.</summary>
    public string? DataLakePrincipalIdentifier { get; init; }
}
