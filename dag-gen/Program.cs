using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Pipelines;

return await CommandLine.RunAsync(Terminal.Current(), AllPipelines.List, args);
