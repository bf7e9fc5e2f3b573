using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract;

return await StageHost.RunAsync<TestExtractSettings>(args, TestExtractProgram.Create);
