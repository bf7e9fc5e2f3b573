using System.Globalization;
using System.Text.Json.Nodes;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Directories;
using Slipstream.ObjectStore.Handles;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Moving;
using Slipstream.Stages.TestExtract.Profiles;
using Slipstream.Stages.TestExtract.Reports;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract.Reports;

/// <summary>A report over a directory store, told of objects that were never checked.</summary>
internal sealed class ReportWorld : IDisposable
{
    public static readonly S3Prefix ReportPath = S3Prefix.Parse("s3://example-reports/open_data/");

    private readonly World _world = new();
    private readonly DirectoryObjectStore _store;
    private int _tries;

    public ReportWorld()
    {
        _store = new DirectoryObjectStore(_world.StoreFolder);
        Settings = new TestExtractSettings
        {
            Table = World.Table,
            MetaData = _world.FileOf("meta_data/raw"),
            LandPath = World.Land,
            RawHistPath = World.RawHist,
            QuarantinePath = World.Quarantine,
            ReportPath = ReportPath,
            RunTimestamp = World.Run,
            Host = _world.Host,
        };
    }

    public TestExtractSettings Settings { get; set; }

    public ManualClock Clock { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1573569100));

    public TableMetadata Table => MetadataFolder.Load(Settings.MetaData).Tables.Single(table => table.Name == Settings.Table);

    public void WriteMetadata(string json) => _world.Write($"meta_data/raw/{Settings.Table}.json", json);

    /// <summary>Objects are told as the stage tells them, one after another.</summary>
    public async Task<Try> RunAsync(IEnumerable<CheckedObject> objects, bool isPlan = false, StageResult? result = null)
    {
        using var log = new LogLines();
        await using var report = Open(log, isPlan);
        var verdicts = new List<Verdict>();
        foreach (var checkedObject in objects)
        {
            report.Begin(checkedObject.Stored);
            await report.AddAsync(checkedObject, CancellationToken.None);
            var verdict = new Verdict(checkedObject, MovedTo(checkedObject));
            await report.MovedAsync(verdict, CancellationToken.None);
            report.End(checkedObject.Stored, null);
            verdicts.Add(verdict);
        }

        var failed = verdicts.Count(verdict => !verdict.Passed);
        var facts = await report.FinishAsync(
            result ?? new StageResult(failed > 0 ? ExitCode.DataFailed : ExitCode.Done, failed > 0 ? $"{failed} of {verdicts.Count} objects failed." : $"{verdicts.Count} objects passed."),
            CancellationToken.None);
        return new Try(log.Lines, facts, this);
    }

    public RunReport Open(LogLines log, bool isPlan = false) => new(
        new StageContext<TestExtractSettings>
        {
            Settings = Settings,
            Store = new StageStore(isPlan ? new ReadOnlyObjectStore(_store) : _store, Settings.Capabilities),
            Loggers = log,
            Time = Clock,
            WorkDirectory = Directory.CreateDirectory(_world.FileOf(string.Create(CultureInfo.InvariantCulture, $"work-{++_tries}"))).FullName,
            IsPlan = isPlan,
        },
        Table, log, CancellationToken.None);

    public S3Location Landed(string relative) => World.Land.Folder(Settings.Table).File(relative);

    public CheckedObject Checked(string relative, long rows = 1000, IReadOnlyList<ColumnProfile>? profile = null, Action<Findings>? find = null, int examples = 20)
    {
        var findings = new Findings(examples);
        find?.Invoke(findings);
        return new CheckedObject
        {
            Stored = new StoredObject(Landed(relative), rows * 80, "etag"),
            Sha256 = Sha256Hash.Of(System.Text.Encoding.UTF8.GetBytes(relative)),
            Rows = rows,
            Findings = findings,
            Profile = new ObjectProfile(rows, profile ?? []),
        };
    }

    public IReadOnlyList<string> Written() => [.. _world.Objects(ReportPath).Select(path => path[$"example-reports/open_data/{Settings.Table}/".Length..])];

    public string Read(string relative) => File.ReadAllText(_world.PathOf(ReportPath.Folder(Settings.Table).File(relative)));

    public void Put(string relative, string text) => _world.Put(ReportPath.Folder(Settings.Table).File(relative), System.Text.Encoding.UTF8.GetBytes(text));

    public void Delete(string relative) => File.Delete(_world.PathOf(ReportPath.Folder(Settings.Table).File(relative)));

    public string PathOf(string relative) => _world.PathOf(ReportPath.Folder(Settings.Table).File(relative));

    public void Dispose()
    {
        _store.Dispose();
        _world.Dispose();
    }

    private static S3Location? MovedTo(CheckedObject result)
    {
        var relative = World.Land.Relative(result.Stored.Location);
        return (result.Findings.HasFailures ? World.Quarantine : World.RawHist).File(relative);
    }

    /// <summary>What one try said and wrote.</summary>
    internal sealed record Try(IReadOnlyList<string> Log, JsonObject? Facts, ReportWorld World)
    {
        public string Text => string.Join('\n', Log);

        public string Html => World.Read(Relative("html"));

        public JsonNode Json => JsonNode.Parse(World.Read(Relative("json")))!;

        public string HtmlFile => World.PathOf(Relative("html"));

        private string Relative(string kind) => ReportPath.Folder(World.Settings.Table).Relative(S3Location.Parse((string)Facts![kind]!));
    }
}
