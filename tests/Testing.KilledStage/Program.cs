using System.Diagnostics;
using System.Globalization;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.DeployDatabase;
using Slipstream.Stages.RunCurated;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing.Faults;

// A stage in a process that kills itself, with SIGKILL, at the given call of its store: stage, fault, number of the call.
var fault = Enum.Parse<Fault>(args[1]);
var call = int.Parse(args[2], CultureInfo.InvariantCulture);
var process = StageProcess.Current() with { Stores = Killing };
return await (args[0] switch
{
    "test-extract" => StageHost.RunAsync<TestExtractSettings>(process, args[3..], TestExtractProgram.Create),
    "run-curated" => StageHost.RunAsync<RunCuratedSettings>(process, args[3..], RunCuratedProgram.Create),
    "deploy-database" => StageHost.RunAsync<DeployDatabaseSettings>(process, args[3..], DeployDatabaseProgram.Create),
    _ => throw new ArgumentException($"'{args[0]}' is no stage that is killed here."),
});

FaultyStore Killing(HostSettings host)
{
    var store = new FaultyStore(ObjectStores.Open(host), new Witness(null), call, fault);
    _ = store.Killed.ContinueWith(_ => Process.GetCurrentProcess().Kill(), TaskScheduler.Default);
    return store;
}
