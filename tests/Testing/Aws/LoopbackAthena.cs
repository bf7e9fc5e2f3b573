using System.Globalization;
using System.Text.Json.Nodes;

namespace Slipstream.Testing.Aws;

/// <summary>The queries of the loopback AWS: each succeeds after a look or two, with the effect and the rows that a test says.</summary>
public sealed class LoopbackAthena
{
    internal const string Primary = "primary";

    /// <summary>The object that every query leaves among its results.</summary>
    internal const string ResultName = "query.txt";

    private readonly List<string> _stopped = [];
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (JsonObject Query, int Looks)> _queries = new(StringComparer.Ordinal);

    /// <summary>The states that every query goes through, one with each look.</summary>
    public IReadOnlyList<string> States { get; set; } = ["RUNNING", "SUCCEEDED"];

    /// <summary>The rows of every query.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; set; } = [];

    public int PageSize { get; set; } = 1000;

    /// <summary>Where workgroups keep results, whatever the caller says; of those that are not here, the caller says.</summary>
    public IDictionary<string, string> Results { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What a query does that succeeds, by its database and its statement. It is done when it is started: nobody need look.</summary>
    public Action<string, string> Effect { get; set; } = (_, _) => { };

    /// <summary>Why queries end as they do.</summary>
    public string? Reason { get; set; }

    /// <summary>What queries that fail say of it for programs.</summary>
    public JsonObject? Error { get; set; }

    /// <summary>The queries that were stopped.</summary>
    public IReadOnlyList<string> Stopped => _stopped;

    public IEnumerable<string> Statements => _queries.Values.Select(query => (string)query.Query["QueryString"]!);

    internal string? ResultsOf(string workGroup) => Results.TryGetValue(workGroup, out var place) ? place : null;

    internal string WorkGroupOf(string id) => _queries.TryGetValue(id, out var query) ? (string?)query.Query["WorkGroup"] ?? Primary : Primary;

    internal JsonObject Do(AwsCall call) => call.Operation switch
    {
        "StartQueryExecution" => Start(call.Body),
        "GetQueryExecution" => Look(Id(call)),
        "GetQueryResults" => ResultsPage(call),
        _ => Stop(Id(call)),
    };

    private JsonObject Start(JsonObject body)
    {
        var token = (string?)body["ClientRequestToken"] ?? throw new AwsRefusalException("InvalidRequestException", "No token.");
        if (!_tokens.TryGetValue(token, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{_queries.Count:000000000000}");
            _tokens[token] = id;
            _queries[id] = (body.DeepClone().AsObject(), 0);
            if (States[^1] == "SUCCEEDED")
            {
                Effect((string?)body["QueryExecutionContext"]?["Database"] ?? "default", (string)body["QueryString"]!);
            }
        }

        return new JsonObject { ["QueryExecutionId"] = id };
    }

    private JsonObject Look(string id)
    {
        var (query, looks) = Find(id);
        _queries[id] = (query, looks + 1);
        var state = States[Math.Min(looks, States.Count - 1)];
        return new JsonObject
        {
            ["QueryExecution"] = new JsonObject
            {
                ["QueryExecutionId"] = id,
                ["Query"] = (string)query["QueryString"]!,
                ["StatementType"] = "DML",
                ["Status"] = Status(state),
                ["Statistics"] = new JsonObject { ["DataScannedInBytes"] = 0, ["TotalExecutionTimeInMillis"] = 0 },
            },
        };
    }

    private JsonObject ResultsPage(AwsCall call)
    {
        Find(Id(call));
        var start = (string?)call.Body["NextToken"] is { } token ? int.Parse(token, CultureInfo.InvariantCulture) : 0;
        var rows = Rows.Skip(start).Take(PageSize).Select(row => (JsonNode)new JsonObject { ["Data"] = new JsonArray([.. row.Select(Datum)]) });
        var page = new JsonObject
        {
            ["ResultSet"] = new JsonObject
            {
                [nameof(Rows)] = new JsonArray([.. rows]),
                ["ResultSetMetadata"] = new JsonObject { ["ColumnInfo"] = new JsonArray() },
            },
        };
        if (start + PageSize < Rows.Count)
        {
            page["NextToken"] = (start + PageSize).ToString(CultureInfo.InvariantCulture);
        }

        return page;
    }

    private JsonObject Stop(string id)
    {
        Find(id);
        _stopped.Add(id);
        return [];
    }

    private JsonObject Status(string state)
    {
        var status = new JsonObject { ["State"] = state };
        if (state is "FAILED" or "CANCELLED")
        {
            status["StateChangeReason"] = Reason;
            if (Error is { } error)
            {
                status["AthenaError"] = error.DeepClone();
            }
        }

        return status;
    }

    private static JsonNode Datum(string? value) => value is null ? new JsonObject() : new JsonObject { ["VarCharValue"] = value };

    private (JsonObject Query, int Looks) Find(string id) =>
        _queries.TryGetValue(id, out var query) ? query : throw new AwsRefusalException("InvalidRequestException", $"QueryExecution {id} was not found");

    private static string Id(AwsCall call) => (string)call.Body["QueryExecutionId"]!;
}
