using Slipstream.DagGen.Commands;

return await CommandLine.RunAsync(Terminal.Current(), args);
