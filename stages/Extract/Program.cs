using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.Extract;

return await StageHost.RunAsync<ExtractSettings>(args, context => new ExtractStage(context));
