using System.Text.Json.Nodes;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Pods;
using Slipstream.DagGen.Tests.Pods;
using Slipstream.DagGen.Tests.Support;
using Slipstream.DagGen.Yaml;

namespace Slipstream.DagGen.Tests.Yaml;

/// <summary>YAML, judged by Python's reader where there is one.</summary>
public sealed class YamlWriterTests
{
    private static readonly string[] Texts =
    [
        "plain", "with space", string.Empty, " ", "yes", "No", "on", "OFF", "y", "N", "true", "null", "~", "NaN", ".inf", "012", "0x1f", "0o7", "1_000",
        "1e3", "1.10", "-1", "2019-03-07", "12:30:45", "a: b", "a:", "a #b", "#a", "- a", "-", "?", "? a", "!tag", "&a", "*a", "|", ">", "%a", "@a", "`a",
        "{a}", "[a]", "{{ ds }}", "a,b", "'a'", "\"a\"", "a\\b", "a\nb", "a\n", "\na", "a\tb", "\r\n", "\u0001", "\u0085", "\u00a0", "\u2028", "\ufeff",
        "é", "漢字", "\U0001F680", "\U000E0001", "=", "<<", "---", "...", "s3://bucket/key/", "v1.2.3", "a=b", "/path", "registry/x:v1",
    ];

    [Fact]
    public async Task Texts_survive_as_values_and_as_keys()
    {
        var document = new JsonObject(Texts.Select(text => KeyValuePair.Create<string, JsonNode?>("k" + text, text)))
        {
            ["list"] = new JsonArray([.. Texts.Select(text => JsonValue.Create(text))]),
        };
        foreach (var text in Texts)
        {
            document[text] = "as a key";
        }

        var read = await Tool.ReadYamlAsync(YamlWriter.Write(document));

        Assert.True(JsonNode.DeepEquals(document, Assert.Single(read)));
    }

    [Fact]
    public async Task Values_of_all_kinds_survive()
    {
        var document = JsonNode.Parse("""{"a":{"b":[{"c":1,"d":[true,false,null]},{},{"e":{"f":[]}}],"g":{},"h":-1.5},"i":null}""")!.AsObject();

        Assert.True(JsonNode.DeepEquals(document, Assert.Single(await Tool.ReadYamlAsync(YamlWriter.Write(document)))));
    }

    [Fact]
    public async Task Pods_survive()
    {
        var dag = SomePods.Everything();
        var read = await Tool.ReadYamlAsync(PodDocuments.Of(dag, Target.Both));

        Assert.Equal(3, read.Count);
        Assert.Equal("say \"it's\" \\ { nothing } \n and \u2028 \U0001F680", (string?)read[0]!["spec"]!["containers"]![0]!["env"]![0]!["value"]);
    }

    [Fact]
    public void Lone_surrogates_are_replaced() => Assert.Equal("\"\ufffd\"", YamlScalar.Of("\ud800"));
}
