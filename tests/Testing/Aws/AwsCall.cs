using System.Text.Json.Nodes;
using Slipstream.Testing.Aws.S3;

namespace Slipstream.Testing.Aws;

/// <summary>A request that the loopback AWS has understood.</summary>
/// <param name="Service">glue, athena, s3 or sts.</param>
/// <param name="Operation">As in the service model.</param>
/// <param name="Body">What was sent: JSON, or the form of STS. Empty for S3.</param>
public sealed record AwsCall(string Service, string Operation, JsonObject Body)
{
    private const string Credential = "Credential=";
    private static readonly string[] Reads = ["Get", "List", "Head", "Assume"];

    /// <summary>Whether the call is meant to change something.</summary>
    public bool IsWrite => !Reads.Any(read => Operation.StartsWith(read, StringComparison.Ordinal));

    /// <summary>As it came.</summary>
    public LoopbackHttpRequest Http { get; init; } = new(0, "/", default);

    /// <summary>What a request to S3 is about.</summary>
    public S3Target Target { get; init; } = new("", "", new Dictionary<string, string>());

    /// <summary>What a request to S3 copies; null if it copies nothing.</summary>
    public S3Target? Source => Header(S3Operation.CopySource) is { } source && Uri.UnescapeDataString(source).TrimStart('/').Split('/', 2) is [var bucket, var key]
        ? new S3Target(bucket, key, new Dictionary<string, string>())
        : null;

    /// <summary>Whose signature it has; null if it is not signed.</summary>
    public string? AccessKey => Header("Authorization") is { } text && text.IndexOf(Credential, StringComparison.Ordinal) is >= 0 and var at
        ? text[(at + Credential.Length)..].Split('/')[0]
        : null;

    public string? Header(string name) => Http.Header(name);

    public override string ToString() => Service == "s3" ? $"s3 {Operation} s3://{Target.Bucket}/{Target.Key}" : $"{Service} {Operation}";
}
