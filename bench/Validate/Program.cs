using System.Diagnostics;
using Slipstream.Bench.Validate;
using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Reading;

var path = GeneratedFile.Make(args.Length > 0 ? int.Parse(args[0]) : 300_000);
var table = MetadataFolder.Load("/tmp/eng/meta").Tables[0];
var rules = new TableRules(table);
var buffers = new BlockBuffers(4);
var blocks = new List<Block>();
{
    using var gz = new WholeGzipStream(File.OpenRead(path));
    var reader = new BlockReader(gz, buffers, 1 << 24);
    while (await reader.ReadAsync(default) is { } b) { blocks.Add(b); if (blocks.Count == 200) { break; } }
}
Console.WriteLine($"{blocks.Count} blocks {blocks.Sum(b => (long)b.Lines)} lines");
for (var i = 0; i < 8; i++)
{
    var check = new JsonLineCheck(rules, 1 << 24);
    using var result = new ObjectResult(rules, 20, "/tmp");
    var sw = Process.GetCurrentProcess().TotalProcessorTime; var w = Stopwatch.StartNew();
    foreach (var b in blocks) { var part = result.NewPart(); check.Check(b, part); result.Add(b.Number, part); }
    Console.WriteLine($"cpu {(Process.GetCurrentProcess().TotalProcessorTime-sw).TotalMilliseconds:0} ms; {(Process.GetCurrentProcess().TotalProcessorTime-sw).TotalNanoseconds / blocks.Sum(b => (long)b.Lines) / 71:0.0} ns/value");
    if (i == 7) { foreach (var f in result.Findings.All) { Console.WriteLine($"{f.Rule} {f.Column} {f.Count} {f.Examples[0]}"); } }
}
for (var i = 0; i < 4; i++)
{
    var check = new JsonLineCheck(rules, 1 << 24);
    var quick = new QuickJson(check.Rows.Cells.Names, check.Rows.Cells);
    var sw = Process.GetCurrentProcess().TotalProcessorTime;
    long n = 0;
    foreach (var b in blocks) { for (var at = 0; at < b.Length;) { if (!quick.TryRead(b.Buffer, at, out at)) { throw new InvalidOperationException("quick"); } n++; } }
    Console.WriteLine($"scan {(Process.GetCurrentProcess().TotalProcessorTime - sw).TotalNanoseconds / n / 71:0.0} ns/value");
    sw = Process.GetCurrentProcess().TotalProcessorTime;
    foreach (var b in blocks) { System.Text.Unicode.Utf8.IsValid(b.Text); }
    Console.WriteLine($"utf8 {(Process.GetCurrentProcess().TotalProcessorTime - sw).TotalNanoseconds / n / 71:0.0} ns/value");
    sw = Process.GetCurrentProcess().TotalProcessorTime;
    ulong acc = 0;
    foreach (var b in blocks) { for (var at = 0; at < b.Length;) { quick.TryRead(b.Buffer, at, out at); for (var c = 0; c < 71; c++) { acc += Slipstream.Stages.TestExtract.Profiles.ValueHash.Of(check.Rows.Cells.Text(check.Rows.Cells[c])); } } }
    Console.WriteLine($"scan+hash {(Process.GetCurrentProcess().TotalProcessorTime - sw).TotalNanoseconds / n / 71:0.0} ns/value {acc}");
    sw = Process.GetCurrentProcess().TotalProcessorTime;
    foreach (var b in blocks) { for (var at = 0; at < b.Length;) { quick.TryRead(b.Buffer, at, out at); for (var c = 0; c < 71; c++) { ref readonly var cell = ref check.Rows.Cells[c]; if (cell.Kind != CellKind.Null) { rules.Columns[c].Accepts(cell.Kind, check.Rows.Cells.Text(cell), out var o); acc += o; } } } }
    Console.WriteLine($"scan+accept {(Process.GetCurrentProcess().TotalProcessorTime - sw).TotalNanoseconds / n / 71:0.0} ns/value {acc}");
    sw = Process.GetCurrentProcess().TotalProcessorTime;
    foreach (var b in blocks) { for (var at = 0; at < b.Length;) { quick.TryRead(b.Buffer, at, out at); for (var c = 0; c < 71; c++) { ref readonly var cell = ref check.Rows.Cells[c]; if (cell.Kind != CellKind.Null) { var t = check.Rows.Cells.Text(cell); check.Rows.Profile[c].Add(t, Slipstream.Stages.TestExtract.Profiles.ValueHash.Word(t), t.Length, Slipstream.Stages.TestExtract.Checks.Types.TextTypeRule.OrderOf(t), true); } } } }
    Console.WriteLine($"scan+tally {(Process.GetCurrentProcess().TotalProcessorTime - sw).TotalNanoseconds / n / 71:0.0} ns/value {acc}");
}
