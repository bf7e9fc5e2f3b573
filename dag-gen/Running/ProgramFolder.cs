using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>Where the stages are built.</summary>
internal sealed record ProgramFolder(string Root, string Configuration) : IPrograms
{
    private const string DotnetPrefix = "DOTNET_";

    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "TMPDIR"];

    public IReadOnlyList<string> CommandOf(PipelineRun run, DagTask task, IEnumerable<string> arguments) => [PathOf(task), .. arguments];

    public IReadOnlyDictionary<string, string> EnvironmentOf(IReadOnlyDictionary<string, string> own, IReadOnlyDictionary<string, string> variables) =>
        ProcessEnvironment(own, variables);

    /// <summary>The task's variables, and what every process needs.</summary>
    public static IReadOnlyDictionary<string, string> ProcessEnvironment(
        IReadOnlyDictionary<string, string> own, IReadOnlyDictionary<string, string> variables)
    {
        var environment = own
            .Where(variable => Inherited.Contains(variable.Key) || variable.Key.StartsWith(DotnetPrefix, StringComparison.Ordinal))
            .ToDictionary();
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return environment;
    }

    public void Require(PipelineRun run, IReadOnlyList<DagTask> tasks)
    {
        var missing = tasks.Select(PathOf).Distinct().Where(path => !File.Exists(path)).ToList();
        if (missing.Count > 0)
        {
            throw CommandException.MissingPrograms(missing);
        }
    }

    // A stage's program has the name of its image.
    private string PathOf(DagTask task) => Path.Combine(Root, task.Image, Configuration, task.Image);
}
