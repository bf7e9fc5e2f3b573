using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Stages.Extract;
using Slipstream.Stages.Extract.Http;
using Slipstream.Stages.Extract.Sources;
using Slipstream.Testing;

// 1,000 requests to a server that answers after 30 ms: Extract's source against one client that asks in turn.
const int Requests = 1000;
const double Target = 1.0 / 8;
var pause = TimeSpan.FromMilliseconds(30);
var responses = await ReadSampleAsync();
await using var server = LoopbackHttp.Start(async request =>
{
    await Task.Delay(pause, TimeProvider.System, request.Stopping);
    return LoopbackHttpReply.Json(responses[request.Number % responses.Length]);
});

var extract = await MeasureAsync(ExtractAsync);
var sequential = await MeasureAsync(AskInTurnAsync);
var ratio = extract / sequential;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"extract {extract.TotalSeconds:0.00} s, in turn {sequential.TotalSeconds:0.00} s, ratio {ratio:0.000} (at most {Target:0.000})"));
return ratio <= Target ? 0 : 1;

static async Task<string[]> ReadSampleAsync()
{
    await using var file = File.OpenRead(Repository.Path("samples", "postcodes_responses.jsonl.gz"));
    await using var gzip = new GZipStream(file, CompressionMode.Decompress);
    using var reader = new StreamReader(gzip, Encoding.UTF8);
    return (await reader.ReadToEndAsync()).TrimEnd('\n').Split('\n');
}

static async Task<TimeSpan> MeasureAsync(Func<Task> work)
{
    var start = TimeProvider.System.GetTimestamp();
    await work();
    return TimeProvider.System.GetElapsedTime(start);
}

async Task ExtractAsync()
{
    var settings = new ExtractSettings
    {
        SourceUrl = server.Url,
        Table = "random_postcodes",
        LandPath = S3Prefix.Parse("s3://land/"),
        RawHistPath = S3Prefix.Parse("s3://raw-hist/"),
    };
    using var client = new RetryingClient(settings, new ExtractLimits(), TimeProvider.System, NullLogger.Instance);
    var source = RowSources.Create(new SourceContext(settings, client));
    await foreach (var row in source.RowsAsync(new RequestRange(0, Requests), CancellationToken.None))
    {
        ArgumentOutOfRangeException.ThrowIfZero(row.Length);
    }
}

async Task AskInTurnAsync()
{
    using var client = new HttpClient();
    for (var i = 0; i < Requests; i++)
    {
        await client.GetByteArrayAsync(server.Url);
    }
}
