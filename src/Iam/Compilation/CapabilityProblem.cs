using System.Text.RegularExpressions;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.Iam.Compilation;

/// <summary>What a capability says and no policy may hold.</summary>
/// <param name="Capability">The capability.</param>
/// <param name="Message">What is wrong and what to do, in whole sentences.</param>
public sealed partial record CapabilityProblem(Capability Capability, string Message)
{
    /// <summary>Every problem of every capability.</summary>
    public static IEnumerable<CapabilityProblem> In(IEnumerable<Capability> capabilities) =>
        from capability in capabilities from message in Messages(capability) select new CapabilityProblem(capability, message);

    private static IEnumerable<string> Messages(Capability capability) => capability switch
    {
        NamedObjectCapability named => [.. Folder("folder", named.Prefix), .. Pattern(named.Pattern)],
        ObjectCapability objects => Folder("folder", objects.Prefix),
        AthenaQuery query => [.. Folder("data", query.Data), .. query.Results is { } results ? Folder("results", results) : [], .. Name("workgroup", query.Workgroup)],
        RunGlueJob job => Name("job", job.Job),
        PublishMetrics metrics => Name("namespace", metrics.Namespace.Replace('/', '.')),
        UseKey key => Key(key.KeyArn),
        _ => [],
    };

    private static IEnumerable<string> Folder(string what, S3Prefix prefix)
    {
        if (prefix.Key.Length == 0)
        {
            yield return $"The {what} '{prefix}' is a whole bucket. Name a folder in it: the right would reach everything that others keep there.";
        }

        if (IsOpen(prefix.Key))
        {
            yield return $"The {what} '{prefix}' holds '*', '?' or '$', which policies read as patterns. Give the folder a plain name.";
        }
    }

    private static IEnumerable<string> Pattern(string pattern)
    {
        if (pattern.Replace("*", string.Empty, StringComparison.Ordinal) is var fixedPart && IsOpen(fixedPart))
        {
            yield return $"The pattern '{pattern}' holds '?' or '$', which policies read otherwise. Use '*' alone for what is open.";
        }

        if (pattern.Contains("**", StringComparison.Ordinal) || pattern.Length == 0)
        {
            yield return $"The pattern '{pattern}' is empty or has two stars together. One star stands for any characters.";
        }
    }

    private static IEnumerable<string> Name(string what, string name)
    {
        if (name.Length == 0 || IsOpen(name) || name.AsSpan().ContainsAny(":/"))
        {
            yield return $"The {what} '{name}' is empty or holds one of '*?$:/'. Name one {what} exactly.";
        }
    }

    private static IEnumerable<string> Key(string arn)
    {
        if (!KeyArn().IsMatch(arn))
        {
            yield return $"'{arn}' is not the ARN of a key, arn:aws:kms:eu-west-1:123456789012:key/…. A policy cannot hold an alias.";
        }
    }

    private static bool IsOpen(string text) => text.AsSpan().ContainsAny("*?$");

    [GeneratedRegex(@"^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+\z")]
    private static partial Regex KeyArn();
}
