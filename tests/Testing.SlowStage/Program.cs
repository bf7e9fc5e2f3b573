using Slipstream.StageHost;
using Slipstream.Testing.SlowStage;

return await StageHost.RunAsync<SlowStageSettings>(args, context => new SlowStage(context));
