using Slipstream.Contracts;

namespace Slipstream.Stages.Tests.RunCurated;

public sealed class ReconciliationTests : IDisposable
{
    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Rows_in_and_out_are_said_and_an_equation_that_is_declared_must_hold()
    {
        const string Columns = """
            { "name": "name", "type": "character", "description": "Name." },
            { "name": "dea_version", "type": "character", "description": "Release." }
            """;
        _world.Promote(World.Run, World.Rows(5));
        _world.World.Write("transforms/things.sql", "-- reconcile: raw.things = curated.things + curated.rejected\nSELECT * FROM raw.things WHERE size < 3");
        _world.WriteTable("rejected", Columns, "SELECT name FROM raw.things WHERE size >= 4");

        var broken = await _world.RunAsync();
        _world.WriteTable("rejected", Columns, "SELECT name FROM raw.things WHERE size >= 3");
        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.DataFailed, broken.ExitCode);
        Assert.Contains("Rows are lost or doubled: raw.things (5) ≠ curated.things (3) + curated.rejected (1).", broken.Log);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("curated.rejected: 2 rows from raw.things (5).", run.Log);
        Assert.Contains("Reconciled: raw.things (5) = curated.things (3) + curated.rejected (2).", run.Log);
        var reconciled = Assert.Single((await _world.NewestAsync())!.Reconciliations);
        Assert.Equal((5, 5), (reconciled.Raw.Values.Sum(), reconciled.Curated.Values.Sum()));
    }

    [Theory]
    [InlineData("raw.things", "is no equation")]
    [InlineData("raw.things = things", "is no equation")]
    [InlineData("raw.things = curated.things = curated.things", "is no equation")]
    [InlineData("raw.nothing = curated.things", "reconciles raw.nothing, for which there is no metadata")]
    public async Task An_equation_that_makes_no_sense_is_refused(string equation, string message)
    {
        _world.Promote(World.Run, World.Rows(5));
        _world.World.Write("transforms/things.sql", $"-- reconcile: {equation}\nSELECT * FROM raw.things");

        var run = await _world.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains(message, run.Log);
    }
}
