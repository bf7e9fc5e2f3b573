namespace Slipstream.DagGen.Rules;

/// <summary>All that the rules say: errors first, then by pipeline and code.</summary>
internal sealed class Diagnostics
{
    public Diagnostics(IEnumerable<Diagnostic> found) => All =
    [
        .. found
            .OrderBy(diagnostic => diagnostic.Breach.Severity)
            .ThenBy(diagnostic => diagnostic.DagId, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal),
    ];

    public IReadOnlyList<Diagnostic> All { get; }

    public bool HasErrors => All.Any(diagnostic => diagnostic.IsError);

    /// <summary>The same, and no warning is left.</summary>
    public Diagnostics WithWarningsAsErrors() =>
        new(All.Select(diagnostic => diagnostic with { Breach = diagnostic.Breach with { Severity = Severity.Error } }));

    /// <summary>A line for each, in columns, and a line that counts them; empty if there is nothing to say.</summary>
    public override string ToString() => All.Count == 0 ? string.Empty : string.Join('\n', All.Select(Line).Append(Count()));

    private string Line(Diagnostic diagnostic)
    {
        var severity = diagnostic.IsError ? "error" : "warning";
        var dagId = diagnostic.DagId.PadRight(All.Max(other => other.DagId.Length));
        return $"{severity,-7} {diagnostic.Code} {dagId} {diagnostic.Breach.Member}: {diagnostic.Breach.Message}";
    }

    private string Count()
    {
        var errors = All.Count(diagnostic => diagnostic.IsError);
        return $"{Plural(errors, "error")}, {Plural(All.Count - errors, "warning")}. What each code means: docs/dag-gen-rules.md.";
    }

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
