using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Glue;
using Slipstream.Testing;

namespace Slipstream.AwsJson.Tests;

/// <summary>What the clients take from the environment of their process; nothing else in this assembly looks there.</summary>
[Collection(nameof(EnvironmentTests))]
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public sealed class EnvironmentTests : IDisposable
{
    private const string Glue = "AWS_ENDPOINT_URL_GLUE";
    private const string Both = "AWS_ENDPOINT_URL";
    private static readonly string[] Names = [Glue, Both, "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoint_region_and_credentials_come_from_the_variables_of_the_sdk()
    {
        var seen = new List<string>();
        await using var glue = LoopbackHttp.Start(request => Note("glue", request));
        await using var other = LoopbackHttp.Start(request => Note("other", request));
        Set((Glue, glue.Url.ToString()), (Both, other.Url.ToString()), ("AWS_REGION", "eu-west-2"), ("AWS_ACCESS_KEY_ID", "KEY"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("AWS_SESSION_TOKEN", "token"));

        using (var client = AmazonGlueClient.Create())
        {
            await client.GetDatabaseAsync(new GetDatabaseRequest { Name = "d" }, Cancel);
        }

        using (var client = AmazonAthenaClient.Create())
        {
            await client.GetQueryExecutionAsync(new GetQueryExecutionRequest { QueryExecutionId = "q" }, Cancel);
        }

        Assert.Equal(["glue KEY eu-west-2 glue token", "other KEY eu-west-2 athena token"], seen);

        LoopbackHttpReply Note(string server, LoopbackHttpRequest request)
        {
            var scope = request.Header("Authorization")!.Split("Credential=")[1].Split(',')[0].Split('/');
            seen.Add($"{server} {scope[0]} {scope[2]} {scope[3]} {request.Header("X-Amz-Security-Token")}");
            return LoopbackHttpReply.Json("{}");
        }
    }

    public void Dispose() => Set([.. Names.Select(name => (name, (string?)null))]);

    private static void Set(params (string Name, string? Value)[] variables) =>
        Array.ForEach(variables, variable => Environment.SetEnvironmentVariable(variable.Name, variable.Value));
}
