using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Slipstream.AwsJson;
using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Glue;

namespace Slipstream.Testing.Aws;

/// <summary>
/// Glue and Athena on 127.0.0.1, with state. Every request and every answer is held to AWS's service models: what breaks them
/// is refused as AWS refuses it, and kept in <see cref="Breaches"/>.
/// </summary>
public sealed class LoopbackAws : IAsyncDisposable
{
    public const string Region = "eu-west-1";

    private const string ContentType = "application/x-amz-json-1.1";

    private readonly LoopbackHttp _http;
    private readonly ConcurrentQueue<AwsCall> _calls = new();
    private readonly ConcurrentQueue<string> _breaches = new();
    private readonly Lock _gate = new();

    private LoopbackAws() => _http = LoopbackHttp.Start(AnswerAsync);

    /// <summary>The requests so far, those that were refused among them.</summary>
    public IReadOnlyList<AwsCall> Calls => [.. _calls];

    /// <summary>Where a request or an answer broke the service model.</summary>
    public IReadOnlyList<string> Breaches => [.. _breaches];

    public LoopbackGlue Glue { get; } = new();

    public LoopbackGlueJobs Jobs { get; } = new();

    public LoopbackAthena Athena { get; } = new();

    public Uri Url => _http.Url;

    /// <summary>Asked before each call: null lets it pass. A reply without the call's effect is <see cref="LoopbackHttpReply"/>; throw a refusal to refuse.</summary>
    public Func<AwsCall, LoopbackHttpReply?> Before { get; set; } = _ => null;

    /// <summary>Asked after each call has had its effect: null lets the answer pass, so that an answer can get lost.</summary>
    public Func<AwsCall, LoopbackHttpReply?> After { get; set; } = _ => null;

    public static LoopbackAws Start() => new();

    /// <summary>A client; one that gives up at the first failure lets a test see it without waiting.</summary>
    public AmazonGlueClient OpenGlue(int? retries = null) => new(config =>
    {
        Configure(config);
        config.MaxErrorRetry = retries ?? config.MaxErrorRetry;
    });

    public AmazonAthenaClient OpenAthena() => OpenAthena(null);

    public AmazonAthenaClient OpenAthena(int? retries) => new(config =>
    {
        Configure(config);
        config.MaxErrorRetry = retries ?? config.MaxErrorRetry;
    });

    /// <summary>Points a client of the SDK here.</summary>
    public void Configure(ClientConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        config.ServiceURL = Url.ToString();
        config.AuthenticationRegion = Region;
        config.DefaultAWSCredentials = new BasicAWSCredentials("loopback", "loopback");
    }

    /// <summary>The variables that point a program here.</summary>
    public IReadOnlyDictionary<string, string> Environment() => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = Url.ToString(),
        ["AWS_REGION"] = Region,
        ["AWS_ACCESS_KEY_ID"] = "loopback",
        ["AWS_SECRET_ACCESS_KEY"] = "loopback",
    };

    /// <summary>What the client says where the environment names no region.</summary>
    public static AwsException NoRegion() => AwsException.NoAnswer("Glue", "client", new AmazonClientException("No RegionEndpoint or ServiceURL configured"));

    /// <summary>Forgets the calls, not the state.</summary>
    public void ForgetCalls() => _calls.Clear();

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private Task<LoopbackHttpReply> AnswerAsync(LoopbackHttpRequest request)
    {
        // One call after the other: what they find and what they do belong together.
        lock (_gate)
        {
            try
            {
                return Task.FromResult(Answer(request));
            }
            catch (AwsRefusalException refusal)
            {
                return Task.FromResult(Reply(refusal.Status, request, new JsonObject { ["__type"] = refusal.Code, ["message"] = refusal.Message }));
            }
        }
    }

    private LoopbackHttpReply Answer(LoopbackHttpRequest request)
    {
        var (model, call) = Understand(request);
        _calls.Enqueue(call);
        if (Before(call) is { } instead)
        {
            return instead;
        }

        Require(model.Input(call.Operation), call.Body, $"{call}");
        var answer = Do(call);
        Require(model.Output(call.Operation), answer, $"{call} answer");
        return After(call) ?? Reply(200, request, answer);
    }

    private (ServiceModel Model, AwsCall Call) Understand(LoopbackHttpRequest request)
    {
        var target = request.Header("X-Amz-Target")?.Split('.') ?? [];
        var model = new[] { ServiceModel.Glue, ServiceModel.Athena }.FirstOrDefault(model => target is [var prefix, _] && prefix == model.TargetPrefix);
        if (model is null || !model.Has(target[1]))
        {
            throw Breach("UnknownOperationException", $"No operation '{string.Join('.', target)}'.");
        }

        var authorization = request.Header("Authorization") ?? "";
        string[] signed = [$"/{Region}/{model.SigningName}/aws4_request", "content-type", "host", "x-amz-date", "x-amz-target"];
        if (request.Method != "POST" || request.Path != "/" || request.Header("Content-Type") != ContentType
            || !authorization.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal)
            || !signed.All(part => authorization.Contains(part, StringComparison.Ordinal)))
        {
            throw Breach("IncompleteSignatureException", $"{request.Method} {request.Path} of {request.Header("Content-Type")} is signed '{authorization}'.");
        }

        return (model, new AwsCall(model.SigningName, target[1], JsonNode.Parse(request.Body.Span)!.AsObject()));
    }

    private JsonObject Do(AwsCall call) => call.Service == "athena" ? Athena.Do(call)
        : call.Operation.Contains("JobRun", StringComparison.Ordinal) ? Jobs.Do(call)
        : Glue.Do(call);

    private void Require(ModelShape shape, JsonObject value, string what)
    {
        var breaches = shape.Breaches(JsonSerializer.SerializeToElement(value), what).ToList();
        if (breaches.Count > 0)
        {
            throw Breach("ValidationException", string.Join("; ", breaches));
        }
    }

    private AwsRefusalException Breach(string code, string message)
    {
        _breaches.Enqueue(message);
        return new AwsRefusalException(code, message);
    }

    private static LoopbackHttpReply Reply(int status, LoopbackHttpRequest request, JsonObject body) =>
        new(status, Encoding.UTF8.GetBytes(body.ToJsonString()))
        {
            ContentType = ContentType,
            Headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = string.Create(CultureInfo.InvariantCulture, $"loopback-{request.Number}") },
        };
}
