using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Testing;
using Slipstream.Testing.Aws;

namespace Slipstream.AwsJson.Tests.Exchanges;

/// <summary>
/// The loopback AWS answers as moto does, of which nobody here has written a line. What moto answered is a file, so that machines without
/// moto compare too; where there is a moto, the file is compared with it. UPDATE_GOLDEN=1 writes the file anew.
/// </summary>
public sealed class ExchangeTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string Recorded = Repository.Path("tests", "AwsJson.Tests", "Exchanges", "moto-5.2.1.json");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_loopback_answers_Glue_as_moto_does_and_Athena_with_a_part_of_what_moto_says()
    {
        await using var aws = LoopbackAws.Start();
        aws.Athena.States = ["SUCCEEDED"];
        var recorded = Read();

        var answered = await Scenario.RunAsync(aws.Url, Cancel);

        Assert.Empty(aws.Breaches);
        Assert.Equal(recorded.Count, answered.Count);
        Assert.All(answered.Zip(recorded), pair => AssertSame(pair.Second, pair.First));
    }

    [Trait("lane", "slow")]
    [Fact]
    public async Task The_recorded_answers_are_those_of_moto()
    {
        await using var moto = new MotoServer();
        await moto.InitializeAsync();
        Assert.SkipWhen(moto.Absence is not null, moto.Absence ?? "");

        var answered = new JsonArray([.. (await Scenario.RunAsync(moto.Address, Cancel)).Select(exchange => exchange.ToJson())]);

        if (GoldenFile.IsAccepted)
        {
            await File.WriteAllTextAsync(Recorded, answered.ToJsonString(Indented) + "\n", new UTF8Encoding(false), Cancel);
        }

        Assert.Equal(await File.ReadAllTextAsync(Recorded, Cancel), answered.ToJsonString(Indented) + "\n");
    }

    private static IReadOnlyList<Exchange> Read() => [.. JsonNode.Parse(File.ReadAllText(Recorded))!.AsArray().Select(exchange => Exchange.Parse(exchange!.AsObject()))];

    private static void AssertSame(Exchange moto, Exchange loopback)
    {
        Assert.Equal((moto.Operation, moto.Status), (loopback.Operation, loopback.Status));
        if (moto.Operation.Contains("Query", StringComparison.Ordinal))
        {
            AssertPart(loopback.Answer, moto.Answer, moto.Operation);
        }
        else
        {
            Assert.Equal(moto.Answer.ToJsonString(Indented), loopback.Answer.ToJsonString(Indented));
        }
    }

    private static void AssertPart(JsonObject part, JsonObject whole, string path)
    {
        foreach (var (name, value) in part)
        {
            if (value is JsonObject record)
            {
                AssertPart(record, Assert.IsType<JsonObject>(whole[name]), $"{path}.{name}");
            }
            else
            {
                Assert.Equal(($"{path}.{name}", value?.ToJsonString()), ($"{path}.{name}", whole[name]?.ToJsonString()));
            }
        }
    }
}
