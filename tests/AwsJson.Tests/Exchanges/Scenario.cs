using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Slipstream.AwsJson.Tests.Exchanges;

/// <summary>Calls that a server with nothing in it is sent, one after the other.</summary>
internal static class Scenario
{
    private const string Query = "{query}";

    private static readonly (string Operation, string Request)[] Calls =
    [
        ("CreateDatabase", """{ "DatabaseInput": { "Name": "db", "Description": "x", "Parameters": { "k": "v" } } }"""),
        ("CreateDatabase", """{ "DatabaseInput": { "Name": "db" } }"""),
        ("GetDatabase", """{ "Name": "db" }"""),
        ("GetDatabase", """{ "Name": "none" }"""),
        ("UpdateDatabase", """{ "Name": "db", "DatabaseInput": { "Name": "db", "Description": "y" } }"""),
        ("UpdateDatabase", """{ "Name": "none", "DatabaseInput": { "Name": "none" } }"""),
        ("GetDatabase", """{ "Name": "db" }"""),
        ("GetTables", """{ "DatabaseName": "db" }"""),
        ("GetTables", """{ "DatabaseName": "none" }"""),
        ("CreateTable", """{ "DatabaseName": "db", "TableInput": TABLE }"""),
        ("CreateTable", """{ "DatabaseName": "db", "TableInput": TABLE }"""),
        ("CreateTable", """{ "DatabaseName": "none", "TableInput": TABLE }"""),
        ("GetTable", """{ "DatabaseName": "db", "Name": "t" }"""),
        ("GetTable", """{ "DatabaseName": "db", "Name": "none" }"""),
        ("UpdateTable", """{ "DatabaseName": "db", "TableInput": TABLE, "SkipArchive": true, "VersionId": "1" }"""),
        ("UpdateTable", """{ "DatabaseName": "db", "TableInput": { "Name": "none" } }"""),
        ("GetTables", """{ "DatabaseName": "db" }"""),
        ("BatchCreatePartition", """{ "DatabaseName": "db", "TableName": "t", "PartitionInputList": [PARTITION1, PARTITION2] }"""),
        ("BatchCreatePartition", """{ "DatabaseName": "db", "TableName": "t", "PartitionInputList": [PARTITION1, PARTITION3] }"""),
        ("BatchCreatePartition", """{ "DatabaseName": "db", "TableName": "none", "PartitionInputList": [PARTITION1] }"""),
        ("GetPartitions", """{ "DatabaseName": "db", "TableName": "t" }"""),
        ("GetPartitions", """{ "DatabaseName": "db", "TableName": "none" }"""),
        ("UpdatePartition", """{ "DatabaseName": "db", "TableName": "t", "PartitionValueList": ["2019-03-02"], "PartitionInput": PARTITION2 }"""),
        ("UpdatePartition", """{ "DatabaseName": "db", "TableName": "t", "PartitionValueList": ["none"], "PartitionInput": PARTITION2 }"""),
        ("BatchDeletePartition", """{ "DatabaseName": "db", "TableName": "t", "PartitionsToDelete": [{ "Values": ["2019-03-01"] }, { "Values": ["none"] }] }"""),
        ("DeleteTable", """{ "DatabaseName": "db", "Name": "t" }"""),
        ("DeleteTable", """{ "DatabaseName": "db", "Name": "t" }"""),
        ("StartJobRun", """{ "JobName": "none" }"""),
        ("GetJobRun", """{ "JobName": "none", "RunId": "jr_1" }"""),
        ("StartQueryExecution", $$"""{ "QueryString": "SELECT 1", "ClientRequestToken": "{{new string('t', 32)}}", "ResultConfiguration": { "OutputLocation": "s3://results/" } }"""),
        ("GetQueryExecution", $$"""{ "QueryExecutionId": "{{Query}}" }"""),
        ("GetQueryResults", $$"""{ "QueryExecutionId": "{{Query}}" }"""),
        ("StopQueryExecution", $$"""{ "QueryExecutionId": "{{Query}}" }"""),
    ];

    public static async Task<IReadOnlyList<Exchange>> RunAsync(Uri server, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        List<Exchange> exchanges = [];
        var query = "none";
        foreach (var (operation, text) in Calls)
        {
            var request = Filled(text);
            var (status, answer) = await SendAsync(client, server, operation, request.ToJsonString().Replace(Query, query, StringComparison.Ordinal), cancellationToken);
            query = (string?)answer["QueryExecutionId"] ?? query;
            var still = Exchange.Still(answer)!.ToJsonString().Replace(query, Query, StringComparison.Ordinal);
            exchanges.Add(new Exchange(operation, request, status, JsonNode.Parse(still)!.AsObject()));
        }

        return exchanges;
    }

    private static JsonObject Filled(string text)
    {
        const string storage = """{ "Columns": [{ "Name": "a", "Type": "int" }], "Location": "s3://bucket/t/", "InputFormat": "in", "SerdeInfo": { "SerializationLibrary": "lib", "Parameters": { "p": "1" } } }""";
        const string table = $$"""{ "Name": "t", "Description": "d", "StorageDescriptor": {{storage}}, "PartitionKeys": [{ "Name": "p", "Type": "date", "Comment": "c" }], "TableType": "EXTERNAL_TABLE", "Parameters": { "k": "v" } }""";
        const string partition = $$"""{ "Values": ["2019-03-0$1"], "StorageDescriptor": {{storage}}, "Parameters": { "s": "1" } }""";
        var filled = text.Replace("TABLE", table, StringComparison.Ordinal);
        return JsonNode.Parse(Regex.Replace(filled, "PARTITION([0-9])", partition))!.AsObject();
    }

    // moto and the loopback AWS look at the scope, not at the signature.
    private static async Task<(int Status, JsonObject Answer)> SendAsync(
        HttpClient client, Uri server, string operation, string body, CancellationToken cancellationToken)
    {
        var (service, prefix) = operation.Contains("Query", StringComparison.Ordinal) ? ("athena", "AmazonAthena") : ("glue", "AWSGlue");
        using var request = new HttpRequestMessage(HttpMethod.Post, server);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"{prefix}.{operation}");
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=loopback/20190307/eu-west-1/{service}/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=none");
        using var answer = await client.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return ((int)answer.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : []);
    }
}
