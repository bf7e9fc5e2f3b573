using System.CommandLine;
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
            var name = parsed.GetValue(example);
            var chosen = name is null ? pipelines : [ExamplePipelines.Find(name)];
            var dags = GeneratedFiles.Dags(chosen, parsed.GetRequiredValue(target), parsed.GetValue(warnings), out var found);
            await CommandLine.WarnAsync(terminal, found);
            if (name is not null)
            {
                return await ShowAsync(terminal, dags[0]);
            }

            var roles = GeneratedFiles.Roles(chosen, terminal.CurrentDirectory, parsed.GetValue(warnings), out found);
            await CommandLine.WarnAsync(terminal, found);
            return await RunAsync(terminal, [.. dags, .. roles, GeneratedFiles.Builds(chosen)], terminal.FullPath(parsed.GetRequiredValue(output)), cancellationToken);
        }));
        return command;
    }

    private static async Task<int> ShowAsync(Terminal terminal, GeneratedFile file)
    {
        await terminal.Out.WriteAsync(file.Text);
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
