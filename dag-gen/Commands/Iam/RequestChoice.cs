using System.CommandLine;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Reference;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>Which request a command is about.</summary>
internal sealed class RequestChoice
{
    private const string S3Scheme = "s3://";

    public Argument<string> Action { get; } = new("ACTION") { Description = "Such as s3:GetObject." };

    public Argument<string> Resource { get; } = new("RESOURCE")
    {
        Description = "An ARN, an S3 path such as s3://bucket/key, or '*' for actions that know no resources.",
    };

    public Option<string[]> Context { get; } = new("--context")
    {
        Description = "What else the request says, as in s3:prefix=folder/. Once for each key and value.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The request, with its context.</summary>
    public AccessRequest Read(ParseResult parsed)
    {
        var request = ReadWithoutContext(parsed);
        var pairs = parsed.GetRequiredValue(Context).Select(Pair).ToList();
        if (ServiceAuthorization.Current.Find(request.Action) is { } action && pairs.Find(pair => !action.Knows(pair.Key)) is { Key: { } stranger })
        {
            throw CommandException.UnknownKey(stranger, action);
        }

        return request with
        {
            Context = pairs.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group], StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>Action and resource: a request that AWS can see.</summary>
    public AccessRequest ReadWithoutContext(ParseResult parsed)
    {
        var (name, resource) = (ReadAction(parsed), ReadResource(parsed));
        return resource != "*" && ServiceAuthorization.Current.Find(name) is { } action && !action.Kinds.Any(kind => kind.Fits(resource))
            ? throw CommandException.NoSuchRequest(action, resource)
            : new AccessRequest(name, resource, new Dictionary<string, IReadOnlyList<string>>());
    }

    private string ReadAction(ParseResult parsed)
    {
        var text = parsed.GetRequiredValue(Action);
        if (text.Split(':') is not [{ Length: > 0 }, { Length: > 0 }] || text.Contains('*', StringComparison.Ordinal))
        {
            throw CommandException.MalformedAction(text);
        }

        return PolicyLinter.RealAction(text) is { } instead
            ? throw CommandException.UnknownAction(text, instead)
            : ServiceAuthorization.Current.Find(text)?.Name ?? text;
    }

    private string ReadResource(ParseResult parsed) => parsed.GetRequiredValue(Resource) switch
    {
        "*" => "*",
        var text when text.Contains('*', StringComparison.Ordinal) => throw CommandException.PatternAsked(text),
        var text when text.StartsWith(S3Scheme, StringComparison.Ordinal) && text.Length > S3Scheme.Length => $"arn:aws:s3:::{text[S3Scheme.Length..].TrimEnd('/')}{(IsFolder(text) ? "/" : string.Empty)}",
        var text when text.StartsWith("arn:", StringComparison.Ordinal) && text.Split(':').Length >= 6 => text,
        var text => throw CommandException.MalformedResource(text),
    };

    // s3://bucket/ is the bucket; s3://bucket/folder/ a key that ends with a slash.
    private static bool IsFolder(string path) => path.EndsWith('/') && path[S3Scheme.Length..].TrimEnd('/').Contains('/', StringComparison.Ordinal);

    private static (string Key, string Value) Pair(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        ? (text[..at], text[(at + 1)..])
        : throw CommandException.MalformedContext(text);
}
