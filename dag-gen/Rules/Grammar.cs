using System.Text.RegularExpressions;

namespace Slipstream.DagGen.Rules;

/// <summary>The forms of names in Kubernetes and in environments.</summary>
internal static partial class Grammar
{
    private const int LongestSubdomain = 253;

    /// <summary>The name of a pod or a volume: at most 63 characters.</summary>
    public static bool IsDnsLabel(string text) => DnsLabel().IsMatch(text);

    /// <summary>The name of a service account, a secret or a claim.</summary>
    public static bool IsDnsSubdomain(string text) => text.Length <= LongestSubdomain && DnsSubdomain().IsMatch(text);

    /// <summary>The key of a label or an annotation: a name of at most 63 characters, behind an optional domain.</summary>
    public static bool IsQualifiedName(string text) => QualifiedName().IsMatch(text) && text.Split('/')[0].Length <= LongestSubdomain;

    public static bool IsLabelValue(string text) => LabelValue().IsMatch(text);

    public static bool IsVariable(string text) => Variable().IsMatch(text);

    /// <summary>An absolute path without a way back.</summary>
    public static bool IsFolder(string text) => text.StartsWith('/') && !text.Contains(':', StringComparison.Ordinal) && !text.Split('/').Contains("..");

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z")]
    private static partial Regex DnsLabel();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex DnsSubdomain();

    // https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
    [GeneratedRegex(@"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?\z")]
    private static partial Regex LabelValue();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Variable();
}
