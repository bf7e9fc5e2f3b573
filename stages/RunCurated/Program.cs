using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated;

return await StageHost.RunAsync<RunCuratedSettings>(args, RunCuratedProgram.Create);
