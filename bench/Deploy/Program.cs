using Slipstream.Bench.Deploy;

// The calls and the time of deployments to Glue, against a loopback AWS in this process, which answers each ten
// milliseconds late, as if it were far away. Most of the rest is the loopback's own: it holds every call to the service's model.
var isQuiet = await Unchanged.RunAsync();
var isBatched = await NewPartitions.RunAsync();
return isQuiet && isBatched ? 0 : 1;
