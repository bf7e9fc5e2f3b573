using Slipstream.Local;
using Slipstream.Local.Locate;
using Slipstream.Local.Query;
using Slipstream.Local.Replay;
using Slipstream.Local.Run;
using Spectre.Console;

using var interrupt = new Interrupt();
var folders = new Folders(Directory.GetCurrentDirectory());
return await new Commands(Console.Error,
[
    new RunCommand(folders, AnsiConsole.Console, [new StageTable(), new DatabaseSection(folders)]),
    new QueryCommand(folders, AnsiConsole.Console),
    new LocateCommand(folders, Console.Out),
    new ReplayCommand(folders, Console.Out),
]).RunAsync(args, interrupt.Token);
