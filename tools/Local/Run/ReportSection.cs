using Slipstream.Contracts;
using Slipstream.ObjectStore.Directories;
using Spectre.Console;

namespace Slipstream.Local.Run;

/// <summary>After a run: the reports on the data, as files to open.</summary>
internal sealed class ReportSection(Folders folders) : IRunSection
{
    public Task WriteAsync(IAnsiConsole console, RunRecord run, CancellationToken cancellationToken)
    {
        using var store = new DirectoryObjectStore(folders.Store);
        foreach (var html in run.Tasks.Select(task => task.ReadResult()?.Facts?.Report?.Html).OfType<string>())
        {
            var file = store.PathOf(S3Location.Parse(html));
            console.WriteLine("What the data look like, and what was found in them, as a page to open:");
            console.Profile.Out.Writer.WriteLine($"  {(File.Exists(file) ? file : html)}");
        }

        return Task.CompletedTask;
    }
}
