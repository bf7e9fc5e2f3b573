using System.Diagnostics;
using System.Globalization;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing.Faults;

// TestExtract in a process that kills itself, with SIGKILL, at the given call of its store.
var fault = Enum.Parse<Fault>(args[0]);
var call = int.Parse(args[1], CultureInfo.InvariantCulture);
var process = StageProcess.Current() with { Stores = Killing };
return await StageHost.RunAsync<TestExtractSettings>(process, args[2..], TestExtractProgram.Create);

FaultyStore Killing(HostSettings host)
{
    var store = new FaultyStore(ObjectStores.Open(host), new Witness(null), call, fault);
    _ = store.Killed.ContinueWith(_ => Process.GetCurrentProcess().Kill(), TaskScheduler.Default);
    return store;
}
