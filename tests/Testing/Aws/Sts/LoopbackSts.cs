using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;

namespace Slipstream.Testing.Aws.Sts;

/// <summary>Hands out the credentials of roles for the tokens of pods, and says who a caller is.</summary>
public sealed class LoopbackSts
{
    private readonly ConcurrentDictionary<string, AwsSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>How long credentials are said to hold.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Keys of people, who may do everything.</summary>
    public ISet<string> Administrators { get; } = new HashSet<string>(StringComparer.Ordinal) { LoopbackAws.Administrator };

    /// <summary>Asked for each role, by its name, and the token that wants it: throws a refusal to refuse.</summary>
    internal Action<string, WebIdentityToken> Trust { get; set; } = (_, _) => { };

    /// <summary>All sessions, in no order.</summary>
    public IEnumerable<AwsSession> Sessions => _sessions.Values;

    /// <summary>From now on all credentials that were handed out are refused as expired; new ones may be had.</summary>
    public void Expire()
    {
        foreach (var session in _sessions.Values)
        {
            session.IsExpired = true;
        }
    }

    /// <summary>Hands out credentials of a role to somebody who needs no token.</summary>
    internal AwsSession Open(string role, string name)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{_sessions.Count + 1:0000}");
        var session = new AwsSession(role, name, $"ASIA{KeyLetters(role)}{number}", $"token-{number}", TimeProvider.System.GetUtcNow() + Lifetime);
        return _sessions[session.AccessKey] = session;
    }

    /// <summary>Who makes a call; null: somebody with keys of their own, who may do everything.</summary>
    internal AwsSession? SessionOf(AwsCall call)
    {
        if (call.AccessKey is not { } key || Administrators.Contains(key))
        {
            return null;
        }

        var session = _sessions.GetValueOrDefault(key) ?? throw AwsRefusalException.UnknownKey(call.Service);
        return call.Header("x-amz-security-token") != session.Token ? throw AwsRefusalException.UnknownToken(call.Service)
            : session.IsExpired ? throw AwsRefusalException.Expired(call.Service)
            : session;
    }

    internal XElement Do(AwsCall call) => call.Operation == "GetCallerIdentity" ? Identify(SessionOf(call)) : Assume(call);

    private static XElement Identify(AwsSession? session) => new(
        "GetCallerIdentityResult",
        new XElement("Arn", session?.Arn ?? $"arn:aws:iam::{LoopbackAws.Account}:user/{LoopbackAws.Administrator}"),
        new XElement("UserId", session is null ? "AIDALOOPBACK" : $"AROA{session.Role}:{session.Name}"),
        new XElement("Account", LoopbackAws.Account));

    private XElement Assume(AwsCall call)
    {
        var arn = (string)call.Body["RoleArn"]!;
        var role = arn[(arn.LastIndexOf('/') + 1)..];
        Trust(role, WebIdentityToken.Parse((string)call.Body["WebIdentityToken"]!));
        var session = Open(role, (string)call.Body["RoleSessionName"]!);
        return new XElement(
            "AssumeRoleWithWebIdentityResult",
            new XElement(
                "Credentials",
                new XElement("AccessKeyId", session.AccessKey),
                new XElement("SecretAccessKey", "loopback"),
                new XElement("SessionToken", session.Token),
                new XElement("Expiration", session.Expires.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))),
            new XElement("AssumedRoleUser", new XElement("Arn", session.Arn), new XElement("AssumedRoleId", $"AROA{role}:{session.Name}")));
    }

    private static string KeyLetters(string role) => new([.. role.ToUpperInvariant().Where(char.IsAsciiLetterUpper)]);
}
