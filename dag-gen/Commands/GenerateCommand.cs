using System.CommandLine;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Pipelines.Examples;

namespace Slipstream.DagGen.Commands;

/// <summary><c>dag-gen generate</c>.</summary>
internal static class GenerateCommand
{
    private const string About = """
        Write the DAG file of every pipeline, as it is in production, to dags/, the policies of its roles to iam/,
        and Concourse's pipeline, which builds the images, to ci/; or show the DAG file of an example.

        All pipelines are checked first: if one breaks a rule, nothing is written. The same pipelines
        always give the same bytes. A file that is already right is left alone; no file is removed.
        """;

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines)
    {
        var output = OutputOption.Create();
        var target = TargetOption.Create();
        var example = ExampleOption.Create("Write nothing, but show the file of an example of dag-gen/Pipelines/Examples.");
        var warnings = WarningsOption.Create();
        var command = new Command("generate", About) { output, target, example, warnings };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(terminal, async () =>
        {
            var (version, areErrors) = (parsed.GetRequiredValue(target), parsed.GetValue(warnings));
            if (parsed.GetValue(example) is { } name)
            {
                return await ShowAsync(terminal, ExamplePipelines.Find(name), version, areErrors);
            }

            var files = await GeneratedFiles.AllAsync(terminal, pipelines, version, areErrors);
            return await RunAsync(terminal, files, terminal.FullPath(parsed.GetRequiredValue(output)), cancellationToken);
        }));
        return command;
    }

    private static async Task<int> ShowAsync(Terminal terminal, IPipeline example, Target target, bool warningsAreErrors)
    {
        var files = GeneratedFiles.Dags([example], target, warningsAreErrors, out var found);
        await CommandLine.WarnAsync(terminal, found);
        await terminal.Out.WriteAsync(files[0].Text);
        return 0;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, IReadOnlyList<GeneratedFile> files, string folder, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var outcome = await WriteAsync(file, Path.Combine(folder, file.Path), cancellationToken);
            await terminal.Out.WriteLineAsync($"{outcome,-9} {file.Path}");
        }

        return 0;
    }

    private static async Task<string> WriteAsync(GeneratedFile file, string path, CancellationToken cancellationToken)
    {
        try
        {
            if (File.Exists(path) && file.Has(await File.ReadAllBytesAsync(path, cancellationToken)))
            {
                return "unchanged";
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.Bytes, cancellationToken);
            return "written";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.NotWritable(path, exception);
        }
    }
}
