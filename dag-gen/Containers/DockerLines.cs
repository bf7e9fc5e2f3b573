using System.Text;
using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Containers;

/// <summary>How to run each stage of a pipeline by hand: one command of docker for each, to paste into a shell.</summary>
internal static class DockerLines
{
    /// <summary>What the local environment keeps in the work folder.</summary>
    public static readonly IReadOnlyList<string> LocalFolders = ["store", "catalogue", "work"];

    private const string Continued = " \\\n  ";

    // What leads the AWS SDK to a profile: https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html
    private static readonly string[] Profile =
        ["AWS_PROFILE", "AWS_REGION", "AWS_CONFIG_FILE=/aws/config", "AWS_SHARED_CREDENTIALS_FILE=/aws/credentials"];

    /// <param name="dag">The pipeline, in one of its environments.</param>
    /// <param name="workFolder">The folder of this machine that the stages may write to.</param>
    /// <param name="isLocal">True if buckets and catalogue are in that folder, false if they are in AWS.</param>
    public static string Of(Dag dag, string workFolder, bool isLocal)
    {
        var text = new StringBuilder(Preamble(workFolder, isLocal));
        foreach (var task in TaskOrder.Of(dag))
        {
            text.Append("\n# ").Append(dag.FullIdOf(task)).Append('\n').Append(task.Stage is null
                ? $"# The image '{task.Image}' is not ours: its own documentation says how it is run.\n"
                : Command(RunOf(dag, task, workFolder, isLocal)));
        }

        return text.ToString();
    }

    private static string Preamble(string workFolder, bool isLocal) => $"""
        # podman takes the same words (without root: add --userns=keep-id). Once, for all stages of a run:
        mkdir -p {Quoted(workFolder)}{(isLocal ? string.Concat(LocalFolders.Select(folder => " " + Quoted(Path.Combine(workFolder, folder)))) : "")}
        RUN_TIMESTAMP=$(date +%s) SNAPSHOT_DATE=$(date -u +%F)

        """;

    private static ContainerRun RunOf(Dag dag, DagTask task, string workFolder, bool isLocal)
    {
        var variables = dag.EnvironmentOf(task);
        var values = variables.Where(variable => variable.Text is not null).ToDictionary(variable => variable.Name, variable => variable.Text!);
        return new ContainerRun
        {
            Image = Quoted(isLocal ? $"{ContainerPrograms.BuiltHere}/{task.Image}:{ContainerPrograms.DevelopmentTag}" : dag.ImageOf(task).Text),
            User = "\"$(id -u):$(id -g)\"",
            Network = ContainerRun.NetworkFor(values),
            Volumes = isLocal
                ? [Quoted($"{workFolder}:{workFolder}")]
                : [Quoted($"{workFolder}:{PodSettings.WorkFolder}"), "\"$HOME/.aws:/aws:ro\""],
            Variables = [.. variables.Select(Assignment), .. isLocal ? Array.Empty<string>() : Profile],
            Arguments = [.. task.Arguments.Select(argument => Value(argument))],
        };
    }

    private static string Command(ContainerRun run) =>
        "docker " + string.Join(Continued, run.Groups.Where(group => group.Count > 0).Select(group => string.Join(' ', group))) + "\n";

    private static string Assignment(TaskVariable variable) => variable.Value is FixedText plain
        ? Quoted($"{variable.Name}={plain.Text}")
        : $"{variable.Name}={Value(variable.Value)}";

    private static string Value(TemplatedText text) => text switch
    {
        FixedText plain => Quoted(plain.Text),
        FactText { Fact: RunFact.Timestamp } => "\"$RUN_TIMESTAMP\"",
        FactText { Fact: RunFact.SnapshotDate } => "\"$SNAPSHOT_DATE\"",
        // Only Airflow can render it: the reader puts the value in its place.
        TemplateText template => Quoted($"<{template.Jinja}>"),
        _ => throw new ArgumentOutOfRangeException(nameof(text), text, "What this text is on a command line is not known."),
    };

    // Bare where the shell takes every character for itself.
    private static string Quoted(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=@,+".Contains(c, StringComparison.Ordinal))
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
