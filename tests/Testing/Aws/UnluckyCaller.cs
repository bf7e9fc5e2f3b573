using Amazon.Runtime;
using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Glue;
using Slipstream.ObjectStore;

namespace Slipstream.Testing.Aws;

/// <summary>
/// A caller with credentials of its own, one call of which goes wrong. It takes no second try, and after a kill nothing happens any more
/// that it asks for: who looks from outside sees what a process leaves behind. Other callers are let alone.
/// </summary>
public sealed class UnluckyCaller
{
    private readonly LoopbackAws _aws;
    private readonly string _accessKey;
    private readonly SessionAWSCredentials _credentials;
    private readonly int _unluckyCall;
    private readonly AwsFault _fault;
    private AwsCall? _unlucky;
    private AwsCall? _late;
    private int _calls;

    /// <param name="aws">Whom it calls. It has one such caller at a time.</param>
    /// <param name="unluckyCall">Which call goes wrong, counted from 1.</param>
    /// <param name="fault">How.</param>
    public UnluckyCaller(LoopbackAws aws, int unluckyCall, AwsFault fault)
    {
        ArgumentNullException.ThrowIfNull(aws);
        (_aws, _unluckyCall, _fault) = (aws, unluckyCall, fault);
        var session = aws.SessionOf("unlucky");
        _accessKey = session["AWS_ACCESS_KEY_ID"];
        _credentials = new SessionAWSCredentials(_accessKey, session["AWS_SECRET_ACCESS_KEY"], session["AWS_SESSION_TOKEN"]);
        (aws.Before, aws.After) = (Before, After);
    }

    /// <summary>Which calls are counted.</summary>
    public Func<AwsCall, bool> Counts { get; init; } = _ => true;

    /// <summary>The calls that were counted.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Whether the call has come that goes wrong.</summary>
    public bool HasFailed => Calls >= _unluckyCall;

    /// <summary>Whether the process is killed.</summary>
    public bool IsDead { get; private set; }

    public IObjectStore OpenS3() => _aws.OpenS3(0, _credentials);

    public AmazonGlueClient OpenGlue() => _aws.OpenGlue(0, _credentials);

    public AmazonAthenaClient OpenAthena() => _aws.OpenAthena(0, _credentials);

    /// <summary>Has done what comes late.</summary>
    public void DeliverLate()
    {
        if (_late is { } call)
        {
            _aws.DoLate(call);
        }
    }

    // The loopback AWS asks these one call after the other.
    private LoopbackHttpReply? Before(AwsCall call)
    {
        if (call.AccessKey != _accessKey)
        {
            return null;
        }

        if (IsDead)
        {
            return LoopbackHttpReply.BrokenOff;
        }

        if (!Counts(call) || ++_calls != _unluckyCall)
        {
            return null;
        }

        _unlucky = call;
        return _fault switch
        {
            AwsFault.Throttled => throw (call.Service == "s3" ? AwsRefusalException.SlowDown() : AwsRefusalException.Throttled()),
            AwsFault.Failed => throw new AwsRefusalException(call.Service == "s3" ? "InternalError" : "InternalServiceException", "Sorry", 500),
            AwsFault.CutOff => LoopbackHttpReply.BrokenOff,
            AwsFault.DoneLate => Keep(call),
            AwsFault.KilledBefore => Die(),
            _ => null,
        };
    }

    private LoopbackHttpReply? After(AwsCall call) => !ReferenceEquals(call, _unlucky) ? null : _fault switch
    {
        AwsFault.AnswerLost => LoopbackHttpReply.BrokenOff,
        AwsFault.KilledAfter => Die(),
        _ => null,
    };

    private LoopbackHttpReply Keep(AwsCall call)
    {
        _late = call;
        return LoopbackHttpReply.BrokenOff;
    }

    private LoopbackHttpReply Die()
    {
        IsDead = true;
        return LoopbackHttpReply.BrokenOff;
    }
}
