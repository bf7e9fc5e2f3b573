using Slipstream.StageHost;
using Slipstream.Stages;

return await AllStages.RunAsync(StageProcess.Current(), args);
