using Slipstream.Local;
using Slipstream.Local.Locate;
using Slipstream.Local.Query;
using Slipstream.Local.Replay;
using Slipstream.Local.Run;
using Slipstream.Tools;

using var interrupt = new Interrupt();
var console = Terminal.Create();
var folders = new Folders(Directory.GetCurrentDirectory());
return await new Commands(Console.Error,
[
    new RunCommand(folders, console, [new StageTable(), new ReportSection(folders), new DatabaseSection(folders)]),
    new QueryCommand(folders, console),
    new LocateCommand(folders, Console.Out),
    new ReplayCommand(folders, Console.Out),
]).RunAsync(args, interrupt.Token);
