using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Slipstream.Contracts;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests;

/// <summary>moto's server for the tests of a class, asked without the store that is tested.</summary>
public sealed class MotoFixture : MotoServer, IAsyncLifetime
{
    public const string Region = "us-east-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What leads the SDK of a process here.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL_S3"] = Address.ToString(),
        ["AWS_REGION"] = Region,
        ["AWS_ACCESS_KEY_ID"] = "any",
        ["AWS_SECRET_ACCESS_KEY"] = "any",
    };

    public void SkipIfAbsent() => Assert.SkipWhen(Absence is not null, Absence ?? "");

    public async Task PutAsync(S3Location location, byte[] bytes)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var content = new ByteArrayContent(bytes);
        using var answer = await client.PutAsync(new Uri($"{location.Bucket}/{location.Key}", UriKind.Relative), content, Token);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The keys of a bucket, each with its tag and the time it was written.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ObjectsAsync(string bucket)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var page = XDocument.Parse(await client.GetStringAsync(new Uri($"{bucket}?list-type=2", UriKind.Relative), Token));
        string Text(XElement found, string name) => found.Elements().Single(element => element.Name.LocalName == name).Value;
        return page.Descendants().Where(element => element.Name.LocalName == "Contents")
            .ToDictionary(found => Text(found, "Key"), found => $"{Text(found, "ETag")} {Text(found, "LastModified")}");
    }

    /// <summary>Has the AWS CLI read what is in Glue: a third program that nobody here wrote.</summary>
    public async Task<JsonNode> AskGlueAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", ["glue", .. arguments, "--region", Region, "--endpoint-url", Address.ToString(), "--output", "json"]);
        start.Environment["AWS_ACCESS_KEY_ID"] = start.Environment["AWS_SECRET_ACCESS_KEY"] = "any";
        var answer = await InstalledProgram.RunAsync(start, string.Empty, Token);
        Assert.SkipWhen(answer is null, "The AWS CLI is not installed: nobody but moto has seen the tables.");
        Assert.True(answer!.ExitCode == 0, answer.Error);
        return JsonNode.Parse(answer.Out)!;
    }
}
