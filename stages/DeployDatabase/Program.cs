using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.DeployDatabase;

return await StageHost.RunAsync<DeployDatabaseSettings>(args, DeployDatabaseProgram.Create);
