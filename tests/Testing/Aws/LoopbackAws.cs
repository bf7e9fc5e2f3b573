using System.Collections.Concurrent;
using Amazon.Runtime;
using Slipstream.AwsJson;
using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Glue;
using Slipstream.Contracts.Settings;
using Slipstream.Iam.Evaluation;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.S3;
using Slipstream.Testing.Aws.Authorisation;
using Slipstream.Testing.Aws.Protocols;
using Slipstream.Testing.Aws.Roles;
using Slipstream.Testing.Aws.S3;
using Slipstream.Testing.Aws.Sts;

namespace Slipstream.Testing.Aws;

/// <summary>
/// S3, Glue, Athena and STS behind one address of this machine, with state. What our clients have no business to send is
/// refused, and kept in <see cref="Breaches"/>; so is what breaks AWS's service models.
/// </summary>
public sealed class LoopbackAws : IAsyncDisposable
{
    public const string Region = "eu-west-1";

    public const string Account = "123456789012";

    /// <summary>The access key of tests themselves, who may do everything.</summary>
    public const string Administrator = "loopback";

    private readonly LoopbackHttp _http;
    private readonly ConcurrentQueue<AwsCall> _calls = new();
    private readonly BreachLog _breaches = new();
    private readonly Lock _gate = new();
    private readonly IAwsProtocol[] _protocols;
    private readonly Enforcer _enforcer;

    private LoopbackAws()
    {
        // The last takes whatever is left.
        _protocols = [new JsonProtocol(_breaches, Do), new QueryProtocol(_breaches, Sts), new S3Protocol(_breaches, S3)];
        _enforcer = new Enforcer(Roles, Record, new RequestMapper(this).Map);
        Sts.Trust = Roles.RequireTrust;
        _http = LoopbackHttp.Start(request => Task.FromResult(Answer(request)));
    }

    /// <summary>The requests so far, those that were refused among them.</summary>
    public IReadOnlyList<AwsCall> Calls => [.. _calls];

    /// <summary>Where a request or an answer broke the service model, or was none of ours.</summary>
    public IReadOnlyList<string> Breaches => _breaches.All;

    public LoopbackGlue Glue { get; } = new();

    public LoopbackGlueJobs Jobs { get; } = new();

    public LoopbackAthena Athena { get; } = new();

    public LoopbackS3 S3 { get; } = new();

    public LoopbackSts Sts { get; } = new();

    /// <summary>Whose policies hold; with none of them, everybody may do everything.</summary>
    public AwsRoles Roles { get; } = new();

    /// <summary>What roles asked, and what their policies said.</summary>
    public RoleRecord Record { get; } = new();

    public Uri Url => _http.Url;

    /// <summary>Asked before each call: null lets it pass. A reply without the call's effect is <see cref="LoopbackHttpReply"/>; throw a refusal to refuse.</summary>
    public Func<AwsCall, LoopbackHttpReply?> Before { get; set; } = _ => null;

    /// <summary>Asked after each call has had its effect: null lets the answer pass, so that an answer can get lost.</summary>
    public Func<AwsCall, LoopbackHttpReply?> After { get; set; } = _ => null;

    /// <summary>How late the answer to a call comes, whatever it is.</summary>
    public Func<AwsCall, TimeSpan> Delay { get; set; } = _ => TimeSpan.Zero;

    public static LoopbackAws Start() => new();

    /// <summary>A client; one that gives up at the first failure lets a test see it without waiting.</summary>
    public AmazonGlueClient OpenGlue(int? retries = null, AWSCredentials? credentials = null) => new(config => Configure(config, retries, credentials));

    public AmazonAthenaClient OpenAthena(int? retries = null, AWSCredentials? credentials = null) => new(config => Configure(config, retries, credentials));

    /// <summary>The buckets as stages see them. Pauses take no time.</summary>
    public IObjectStore OpenS3(int? retries = null, AWSCredentials? credentials = null) => new S3ObjectStore(
        S3Clients.Create(new HostSettings { S3PathStyle = true }, config => Configure(config, retries, credentials)), new ImpatientClock(), new Random(1), S3Limits.Aws, null);

    /// <summary>Points a client of the SDK here.</summary>
    public void Configure(ClientConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        config.ServiceURL = Url.ToString();
        config.AuthenticationRegion = Region;
        config.DefaultAWSCredentials = new BasicAWSCredentials(Administrator, Administrator);
    }

    /// <summary>The variables that point a program here, as somebody who may do everything.</summary>
    public IReadOnlyDictionary<string, string> Environment() => new Dictionary<string, string>(Endpoint())
    {
        ["AWS_ACCESS_KEY_ID"] = Administrator,
        ["AWS_SECRET_ACCESS_KEY"] = Administrator,
    };

    /// <summary>The variables that point a program here, as whoever a person has made it: the credentials of a role.</summary>
    public IReadOnlyDictionary<string, string> SessionOf(string role)
    {
        var session = Sts.Open(role, "a-person");
        return new Dictionary<string, string>(Endpoint())
        {
            ["AWS_ACCESS_KEY_ID"] = session.AccessKey,
            ["AWS_SECRET_ACCESS_KEY"] = Administrator,
            ["AWS_SESSION_TOKEN"] = session.Token,
        };
    }

    /// <summary>What the client says where the environment names no region.</summary>
    public static AwsException NoRegion() => AwsException.NoAnswer("Glue", "client", new AmazonClientException("No RegionEndpoint or ServiceURL configured"));

    /// <summary>An answer of S3 that says 200 and then thinks better of it, as those to copies and completed uploads may.</summary>
    public static LoopbackHttpReply FailedInBody(AwsCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return S3Xml.Refusal(new AwsRefusalException("InternalError", "We encountered an internal error. Please try again.", 200), call.Http);
    }

    /// <summary>Does what was asked for long ago, and whose caller has given up.</summary>
    public void DoLate(AwsCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        lock (_gate)
        {
            try
            {
                Array.Find(_protocols, protocol => protocol.Speaks(call.Http))!.Do(call);
            }
            catch (AwsRefusalException)
            {
                // The answer; nobody listens.
            }
        }
    }

    /// <summary>Forgets the calls, not the state.</summary>
    public void ForgetCalls() => _calls.Clear();

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    /// <summary>The variables that point a program here, as nobody yet: nothing of this machine's own settings helps it.</summary>
    internal IReadOnlyDictionary<string, string> Endpoint() => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = Url.ToString(),
        ["AWS_REGION"] = Region,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent",
        ["AWS_CONFIG_FILE"] = "/nonexistent",
    };

    /// <summary>Answers a request that came in by whatever way.</summary>
    internal LoopbackHttpReply Answer(LoopbackHttpRequest request)
    {
        var protocol = Array.Find(_protocols, protocol => protocol.Speaks(request))!;

        // One call after the other: what they find and what they do belong together.
        lock (_gate)
        {
            try
            {
                var call = protocol.Understand(request);
                _calls.Enqueue(call);
                return Answer(protocol, call) with { Delay = Delay(call) };
            }
            catch (AwsRefusalException refusal)
            {
                return protocol.Refuse(refusal, request);
            }
            catch (Exception exception) when (exception is InvalidOperationException or EvaluationException)
            {
                // Nobody has said what the call needs, or what a policy says to it.
                return protocol.Refuse(_breaches.Add("InternalError", exception.Message, 501), request);
            }
        }
    }

    private void Configure(ClientConfig config, int? retries, AWSCredentials? credentials)
    {
        Configure(config);
        config.MaxErrorRetry = retries ?? config.MaxErrorRetry;
        config.DefaultAWSCredentials = credentials ?? config.DefaultAWSCredentials;
    }

    private LoopbackHttpReply Answer(IAwsProtocol protocol, AwsCall call)
    {
        if (Before(call) is { } instead)
        {
            return instead;
        }

        var reply = _enforcer.Do(call, Sts.SessionOf(call), protocol.Do);
        return After(call) ?? reply;
    }

    private System.Text.Json.Nodes.JsonObject Do(AwsCall call) => call.Service == "athena" ? Athena.Do(call)
        : call.Operation.Contains("JobRun", StringComparison.Ordinal) ? Jobs.Do(call)
        : Glue.Do(call);
}
