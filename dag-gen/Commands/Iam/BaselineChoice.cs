using System.CommandLine;
using System.Text.RegularExpressions;
using Slipstream.Iam.Linting;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>Policies as they were: one file, or a folder that the files are looked for in by their paths, such as <c>iam/</c> of an older release.</summary>
internal sealed partial class BaselineChoice
{
    private const string Report = "REPORT.md";

    public Option<string?> Option { get; } = new("--baseline")
    {
        Description = "The policy as it was, or a folder such as iam/ of an older release: what is gained and not declared is an error.",
        HelpName = "OLD",
    };

    /// <summary>What a policy is compared with, and whether its declarations are others than then.</summary>
    /// <param name="terminal">Where paths start.</param>
    /// <param name="parsed">What was asked.</param>
    /// <param name="file">The policy's file.</param>
    /// <param name="role">The role that it is for; null: not one of ours, of which nothing can be declared.</param>
    /// <param name="context">What is known of it besides.</param>
    public LintContext Add(Terminal terminal, ParseResult parsed, string file, IamRole? role, LintContext context)
    {
        if (parsed.GetValue(Option) is not { } old)
        {
            return context;
        }

        var found = Directory.Exists(terminal.FullPath(old)) ? Find(terminal, old, file) : old;
        return context with
        {
            Baseline = found is null ? PolicyFiles.Nothing : PolicyFiles.Read(terminal, found),
            DeclarationsChanged = role is not null && (found is null || Declared(terminal, found, role) is { } before && before != role.Role.Declaration),
        };
    }

    /// <summary>One file cannot be what several were.</summary>
    public void Require(Terminal terminal, ParseResult parsed, int policies)
    {
        if (parsed.GetValue(Option) is { } old && policies != 1 && !Directory.Exists(terminal.FullPath(old)))
        {
            throw CommandException.BaselineOfMany(old, policies);
        }
    }

    // With as much of its path as the folder has: the folder may be a whole checkout, its iam/, or one pipeline's part of it.
    private static string? Find(Terminal terminal, string folder, string file)
    {
        var parts = terminal.FullPath(file).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, parts.Length)
            .Select(skipped => $"{folder.TrimEnd('/')}/{string.Join('/', parts[skipped..])}")
            .FirstOrDefault(path => File.Exists(terminal.FullPath(path)));
    }

    // An older report may not say: then nothing is known to have changed.
    private static string? Declared(Terminal terminal, string found, IamRole role)
    {
        var report = Path.Combine(Path.GetDirectoryName(terminal.FullPath(found))!, Report);
        return File.Exists(report)
            ? File.ReadLines(report).Select(line => Declaration().Match(line)).FirstOrDefault(match => match.Success && match.Groups["role"].Value == role.Name)?.Groups["hash"].Value
            : null;
    }

    [GeneratedRegex("^Role `(?<role>[^`]+)`, declared as `(?<hash>[0-9a-f]+)`")]
    private static partial Regex Declaration();
}
