using Slipstream.Local;
using Slipstream.Local.Replay;
using Slipstream.Local.Run;
using Spectre.Console;

using var interrupt = new Interrupt();
var folders = new Folders(Directory.GetCurrentDirectory());
return await new Commands(Console.Error,
[
    new RunCommand(folders, AnsiConsole.Console, [new StageTable()]),
    new ReplayCommand(folders, Console.Out),
]).RunAsync(args, interrupt.Token);
