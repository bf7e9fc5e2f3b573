using System.Globalization;
using Slipstream.Bench.DagGen;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Pipelines;
using Slipstream.Testing;

// What dag-gen costs: a person who waits for it, a fleet of pipelines, and Airflow's processor, which reads the file for ever.
const double MostProcessSeconds = 0.5;
const double MostFleetSeconds = 5;
const double MostPoliciesSeconds = 2;
const double MostParseRatio = 1.1;
const int Runs = 7;

using var folder = new TemporaryFolder();
var process = await Measure.MedianAsync(Runs, () => Measure.RunAsync(Programs.DagGen, ["generate", "--output", folder.Path]));

IPipeline[] fleet = [.. Enumerable.Range(0, 1000).Select(number => new TenTasks(number))];
var fleetTime = await Measure.TimeAsync(() => Task.FromResult(GeneratedFiles.Dags(fleet, Target.Both).Count));

// From the model to the bytes of every file below iam/: four stages and their operators, each.
IPipeline[] estate = [.. Enumerable.Range(0, 1000).Select(number => new FourStages(number))];
var policiesTime = await Measure.TimeAsync(() => Task.FromResult(GeneratedFiles.Roles(estate, Repository.Root, warningsAreErrors: false, out _).Count));

var generated = Path.Combine(folder.Path, "dags", "postcodes_example_dag.py");
var answer = await Measure.RunAsync("python3", ["-B", Programs.ParseCost, generated, Programs.ByHand]);
var ratio = double.Parse(answer, CultureInfo.InvariantCulture);

(string What, double Value, double Most)[] rows =
[
    ("one pipeline as a process, s", process.TotalSeconds, MostProcessSeconds),
    ("1,000 pipelines of 10 tasks, s", fleetTime.TotalSeconds, MostFleetSeconds),
    ("policies of 1,000 pipelines, s", policiesTime.TotalSeconds, MostPoliciesSeconds),
    ("top-level code / by hand", ratio, MostParseRatio),
];
foreach (var (what, value, most) in rows)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-32} {value,6:0.000} of {most,5:0.000}: {value / most:0.00}"));
}

return rows.All(row => row.Value <= row.Most) ? 0 : 1;
