using Spectre.Console;

namespace Slipstream.Local.Run;

/// <summary>One part of what is said after a run.</summary>
internal interface IRunSection
{
    Task WriteAsync(IAnsiConsole console, RunRecord run, CancellationToken cancellationToken);
}
