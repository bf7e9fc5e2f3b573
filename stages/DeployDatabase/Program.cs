using Slipstream.AwsJson.Glue;
using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.DeployDatabase;

return await StageHost.RunAsync<DeployDatabaseSettings>(args, context => new DeployDatabaseStage(context, AmazonGlueClient.Create));
