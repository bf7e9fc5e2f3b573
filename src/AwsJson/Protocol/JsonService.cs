namespace Slipstream.AwsJson.Protocol;

/// <summary>A service that speaks AWS JSON 1.1.</summary>
/// <param name="Id">Its name in the SDK's configuration: <c>AWS_ENDPOINT_URL_</c> ends with it in capitals.</param>
/// <param name="HostName">The first label of its hosts, which is also the service that requests are signed for.</param>
/// <param name="Target">What stands before the operation in <c>X-Amz-Target</c>.</param>
internal sealed record JsonService(string Id, string HostName, string Target)
{
    public static JsonService Glue { get; } = new("Glue", "glue", "AWSGlue");

    public static JsonService Athena { get; } = new("Athena", "athena", "AmazonAthena");
}
