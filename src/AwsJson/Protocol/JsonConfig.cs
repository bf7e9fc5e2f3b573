using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Slipstream.AwsJson.Protocol;

/// <summary>
/// How a service is reached. Region, credentials and endpoint come from the SDK's own chain and variables; retries and
/// time-outs are set here, because the SDK's defaults change between its versions.
/// </summary>
internal sealed class JsonConfig : ClientConfig
{
    private const int Retries = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);

    private readonly JsonService _service;

    public JsonConfig(JsonService service)
        : base(new DefaultConfigurationProvider([new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard }]))
    {
        _service = service;
        ServiceId = service.Id;
        ClientAppId ??= "slipstream";
        AuthenticationServiceName = service.HostName;
        RetryMode = RequestRetryMode.Standard;
        MaxErrorRetry = Retries;
        Timeout = Patience;
        ConnectTimeout = ConnectPatience;
    }

    public override string RegionEndpointServiceName => _service.HostName;

    public override string ServiceVersion => "1.1";

    public override string UserAgent => Amazon.Util.Internal.InternalSDKUtils.BuildUserAgentString(_service.Id, ProductVersion);

    private static string ProductVersion { get; } = typeof(JsonConfig).Assembly.GetName().Version?.ToString(3) ?? "0";

    // AWS_ENDPOINT_URL_GLUE and its like are read by ServiceURL.
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(
        string.IsNullOrEmpty(ServiceURL)
            ? $"https://{_service.HostName}{(UseFIPSEndpoint ? "-fips" : "")}.{RegionEndpoint.SystemName}.{RegionEndpoint.PartitionDnsSuffix}"
            : ServiceURL);
}
