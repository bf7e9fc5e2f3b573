using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Glue;
using Slipstream.Contracts.Settings;
using Slipstream.StageHost;

namespace Slipstream.Stages.DeployDatabase;

/// <summary>The stage as its program runs it, and what an operator may ask for: with the account that its environment names.</summary>
internal static class DeployDatabaseProgram
{
    public static IStage Create(StageContext<DeployDatabaseSettings> context) => new DeployDatabaseStage(context, AmazonGlueClient.Create, AmazonAthenaClient.Create);
}
