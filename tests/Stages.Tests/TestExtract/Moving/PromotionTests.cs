using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.TestExtract.Moving;

public sealed class PromotionTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Good_short_good_moves_the_good_ones_and_the_short_one_leaves_land_too()
    {
        foreach (var (name, rows) in new[] { ("a", 5), ("b", 1), ("c", 6) })
        {
            _world.Put(World.In(World.Land, World.Run, $"{name}.jsonl.gz"), World.Rows(rows));
        }

        var run = await RunAsync(_world.TestExtract with { QuarantinePath = World.Quarantine });

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Empty(_world.Objects(World.Land));
        Assert.Equal(["a.jsonl.gz", "c.jsonl.gz"], _world.Objects(World.RawHist).Select(Path.GetFileName));
        Assert.True(File.Exists(_world.PathOf(World.In(World.Quarantine, World.Run, "b.jsonl.gz"))));
    }

    [Fact]
    public async Task The_same_timestamp_landed_again_with_other_bytes_leaves_history_as_it_is_and_names_both_hashes()
    {
        _world.Put(World.In(World.Land, World.Run), World.Rows(5));
        await RunAsync(_world.TestExtract);
        var history = File.ReadAllBytes(_world.PathOf(World.In(World.RawHist, World.Run)));
        var landed = _world.Put(World.In(World.Land, World.Run), World.Rows(6));

        var run = await RunAsync(_world.TestExtract);

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Equal(history, File.ReadAllBytes(_world.PathOf(World.In(World.RawHist, World.Run))));
        Assert.Contains(Sha256Hash.Of(history).ToString(), run.Log, StringComparison.Ordinal);
        Assert.Contains(Sha256Hash.Of(File.ReadAllBytes(_world.PathOf(landed))).ToString(), run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_objects_fails_by_itself_and_holds_no_other_table_up()
    {
        _world.Write("meta_data/raw/optional.json", File.ReadAllText(_world.FileOf("meta_data/raw/things.json"))
            .Replace("\"things\"", "\"optional\"", StringComparison.Ordinal));
        _world.Put(World.In(World.Land, World.Run), World.Rows(5));

        var absent = await RunAsync(_world.TestExtract with { Table = "optional" });
        var there = await RunAsync(_world.TestExtract);

        Assert.Equal((ExitCode.DataFailed, ExitCode.Done), (absent.ExitCode, there.ExitCode));
        Assert.Contains("Nothing of the run 1573569000 is in land", absent.Log, StringComparison.Ordinal);
        Assert.Single(_world.Objects(World.RawHist));
    }

    [Fact]
    public async Task What_is_gzipped_is_not_gzipped_again_and_keeps_its_name()
    {
        var bytes = World.Gzip(World.Rows(5));
        _world.Put(World.In(World.Land, World.Run), bytes);

        await RunAsync(_world.TestExtract with { RawPath = World.Raw });

        Assert.Equal("things_1573569000.jsonl.gz", Path.GetFileName(Assert.Single(_world.Objects(World.RawHist))));
        Assert.Equal(bytes, File.ReadAllBytes(_world.PathOf(World.In(World.RawHist, World.Run))));
        Assert.Equal(bytes, File.ReadAllBytes(_world.PathOf(World.In(World.Raw, World.Run))));
    }

    [Fact]
    public async Task A_table_never_takes_in_the_objects_of_one_whose_name_begins_alike()
    {
        _world.Put(World.In(World.Land, World.Run), World.Rows(5));
        var extra = _world.Put(World.Run.FolderIn(World.Land.Folder("things_extra")).File("things_extra.jsonl.gz"), World.Rows(1));

        var run = await RunAsync(_world.TestExtract with { QuarantinePath = World.Quarantine });

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.True(File.Exists(_world.PathOf(extra)));
        Assert.DoesNotContain("things_extra", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_twin_of_other_bytes_is_an_error_that_names_both_hashes_and_land_keeps_the_object()
    {
        var twin = _world.Put(World.In(World.Raw, World.Run), World.Rows(4));
        var landed = _world.Put(World.In(World.Land, World.Run), World.Rows(5));

        var run = await RunAsync(_world.TestExtract with { RawPath = World.Raw });

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.True(File.Exists(_world.PathOf(landed)));
        Assert.Contains(Sha256Hash.Of(File.ReadAllBytes(_world.PathOf(twin))).ToString(), run.Log, StringComparison.Ordinal);
        Assert.Contains(Sha256Hash.Of(File.ReadAllBytes(_world.PathOf(landed))).ToString(), run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_is_replaced_after_its_check_is_neither_promoted_nor_deleted()
    {
        var landed = _world.Put(World.In(World.Land, World.Run), World.Rows(5));

        var run = await RunAsync(_world.TestExtract, store => new MeddledStore(store) { BeforeCopy = Replace });

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("was replaced", run.Log, StringComparison.Ordinal);
        Assert.Empty(_world.Objects(World.RawHist));
        Assert.Equal(World.Gzip(World.Rows(9)), File.ReadAllBytes(_world.PathOf(landed)));
    }

    [Fact]
    public async Task An_object_that_is_replaced_after_its_copy_is_not_deleted_and_history_holds_what_was_checked()
    {
        var landed = _world.Put(World.In(World.Land, World.Run), World.Rows(5));

        var run = await RunAsync(_world.TestExtract, store => new MeddledStore(store) { BeforeDelete = Replace });

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("has new content, which the next run will check", run.Log, StringComparison.Ordinal);
        Assert.Equal(World.Gzip(World.Rows(5)), File.ReadAllBytes(_world.PathOf(World.In(World.RawHist, World.Run))));
        Assert.Equal(World.Gzip(World.Rows(9)), File.ReadAllBytes(_world.PathOf(landed)));
    }

    [Fact]
    public async Task A_copy_that_somebody_removes_before_it_is_verified_leaves_its_original_in_land()
    {
        var landed = _world.Put(World.In(World.Land, World.Run), World.Rows(5));
        using var store = new VanishingCopies(ObjectStores.Open(_world.Host));

        var run = await StageRunner.RunAsync(_world.TestExtract, TestExtractProgram.Create, _ => store);

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("was removed or replaced before it could be verified", run.Log, StringComparison.Ordinal);
        Assert.True(File.Exists(_world.PathOf(landed)));
    }

    [Fact(Timeout = 60_000)]
    public async Task When_the_store_fails_what_is_under_way_is_brought_to_its_end()
    {
        var failing = _world.Put(World.In(World.Land, World.Run, "a.jsonl.gz"), World.Rows(5));
        _world.Put(World.In(World.Land, World.Run, "b.jsonl.gz"), World.Rows(6));
        using var isUnderWay = new ManualResetEventSlim();
        using var isFailing = new ManualResetEventSlim();
        void Meddle(S3Location location)
        {
            if (location == failing)
            {
                isUnderWay.Wait(TestContext.Current.CancellationToken);
                isFailing.Set();
                throw StageException.OutsideFailed("The store went away.");
            }

            isUnderWay.Set();
            isFailing.Wait(TestContext.Current.CancellationToken);
        }

        var run = await RunAsync(_world.TestExtract with { Concurrency = 2 }, store => new MeddledStore(store) { BeforeCopy = Meddle });

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.True(File.Exists(_world.PathOf(failing)));
        Assert.Equal("b.jsonl.gz", Path.GetFileName(Assert.Single(_world.Objects(World.RawHist))));
    }

    private void Replace(S3Location location) => _world.Put(location, World.Rows(9));

    private static Task<StageRunResult> RunAsync(TestExtractSettings settings, Func<IObjectStore, IObjectStore>? around = null) =>
        StageRunner.RunAsync(settings, TestExtractProgram.Create, host => around is null ? ObjectStores.Open(host) : around(ObjectStores.Open(host)));
}
