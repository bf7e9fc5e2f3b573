using System.CommandLine;
using System.Text;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Concourse;
using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Pipelines;

namespace Slipstream.DagGen.Commands;

/// <summary><c>dag-gen check</c>.</summary>
internal static class CheckCommand
{
    private const int Stale = 1;

    private const string About = """
        Say whether dags/, iam/ and ci/pipeline.yml are, byte for byte, what generate would write. Changes nothing.

        Exit code 1 if a file is missing or differs, or if dags/ holds a generated file, or a folder of
        iam/ any file, that no pipeline makes any more.
        """;

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines)
    {
        var output = OutputOption.Create();
        var target = TargetOption.Create();
        var warnings = WarningsOption.Create();
        var command = new Command("check", About) { output, target, warnings };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(terminal, async () =>
        {
            var files = await GeneratedFiles.AllAsync(terminal, pipelines, parsed.GetRequiredValue(target), parsed.GetValue(warnings));
            return await RunAsync(terminal, terminal.FullPath(parsed.GetRequiredValue(output)), files, cancellationToken);
        }));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string folder, IReadOnlyList<GeneratedFile> files, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        foreach (var file in files)
        {
            problems.AddRange(await DifferencesAsync(file, Path.Combine(folder, file.Path), cancellationToken));
        }

        problems.AddRange(Orphans.In(folder, files).Select(path =>
            $"{path} was generated, but no pipeline makes it. Remove it, or add its pipeline to AllPipelines.cs again."));
        if (problems.Count == 0)
        {
            await terminal.Out.WriteLineAsync($"{DagFile.Folder}/, {IamFiles.Folder}/ and {PipelineFile.Path} are what the pipelines make: {files.Count} file(s).");
            return 0;
        }

        await terminal.Error.WriteLineAsync(string.Join('\n', problems));
        await terminal.Error.WriteLineAsync("Run ./build.sh generate, and commit what it writes.");
        return Stale;
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(GeneratedFile file, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return [$"{file.Path} is missing."];
        }

        var present = await File.ReadAllBytesAsync(path, cancellationToken);
        return file.Has(present)
            ? []
            : [$"{file.Path} is stale.", .. LineDiff.Of(file.Path, Encoding.UTF8.GetString(present), file.Text)];
    }
}
