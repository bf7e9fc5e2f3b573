using Slipstream.Contracts;
using Slipstream.Contracts.Settings;

namespace Slipstream.Stages.Tests.TestExtract.Moving;

/// <summary>What lies where before a run, how the stage is set, and how a run that nothing disturbs must end.</summary>
internal sealed record Scenario(string Name, ExitCode Verdict, Action<World> Prepare)
{
    private static readonly LandTimestamp Older = LandTimestamp.Parse("1573482600");

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("good", ExitCode.Done, world => Land(world, World.Run, 5)),
        new("bad", ExitCode.DataFailed, world => Land(world, World.Run, 1)),
        new("good, bad and older", ExitCode.DataFailed, world =>
        {
            Land(world, World.Run, 5, "things_1573569000-1.jsonl.gz");
            Land(world, World.Run, 1, "things_1573569000-2.jsonl.gz");
            Land(world, Older, 4);
        }),
        new("raw twin", ExitCode.Done, world => Land(world, World.Run, 5)) { Settings = settings => settings with { RawPath = World.Raw } },
        new("raw twin of other bytes", ExitCode.DataFailed, world =>
        {
            Land(world, World.Run, 5);
            world.Put(World.In(World.Raw, World.Run), World.Rows(4));
        })
        { Settings = settings => settings with { RawPath = World.Raw }, StaysInLand = 1 },
        new("the same bytes landed again", ExitCode.Done, world =>
        {
            Land(world, World.Run, 5);
            world.Put(World.In(World.RawHist, World.Run), World.Rows(5));
        }),
        new("other bytes landed again", ExitCode.DataFailed, world =>
        {
            Land(world, World.Run, 5);
            world.Put(World.In(World.RawHist, World.Run), World.Rows(4));
        })
        { StaysInLand = 1 },
        new("landed again after it was quarantined", ExitCode.DataFailed, world =>
        {
            Land(world, World.Run, 1);
            world.Put(World.In(World.Quarantine, World.Run), World.Rows(1));
        }),
        new("other bytes in quarantine", ExitCode.DataFailed, world =>
        {
            Land(world, World.Run, 1);
            world.Put(World.In(World.Quarantine, World.Run), World.Rows(0));
        })
        { StaysInLand = 1 },
        new("no quarantine, with a note", ExitCode.DataFailed, world => Land(world, World.Run, 1))
        { Settings = settings => settings with { QuarantinePath = null, ReportPath = World.Reports }, StaysInLand = 1 },
        new("no quarantine, without a note", ExitCode.DataFailed, world => Land(world, World.Run, 1))
        { Settings = settings => settings with { QuarantinePath = null }, StaysInLand = 1 },
        new("released", ExitCode.Done, world => world.Put(World.In(World.Quarantine, World.Run), World.Rows(5))) { Release = World.In(World.Quarantine, World.Run) },
        new("released over the same bytes", ExitCode.Done, world =>
        {
            Land(world, World.Run, 5);
            world.Put(World.In(World.Quarantine, World.Run), World.Rows(5));
        })
        { Release = World.In(World.Quarantine, World.Run) },
    ];

    /// <summary>Many objects at once: which call is the k-th is another one each time.</summary>
    public static Scenario Many { get; } = new("many", ExitCode.DataFailed, world =>
    {
        for (var i = 0; i < 12; i++)
        {
            world.Put(World.In(World.Land, World.Run, $"things_1573569000-{i}.jsonl.gz"), World.Rows(i % 4 == 3 ? 1 : 3, first: i));
        }
    })
    { Settings = settings => settings with { Concurrency = 6, RawPath = World.Raw } };

    public Func<TestExtractSettings, TestExtractSettings> Settings { get; init; } = settings => settings;

    /// <summary>How many objects must stay in land.</summary>
    public int StaysInLand { get; init; }

    /// <summary>The object that an operator puts back before the stage runs.</summary>
    public S3Location? Release { get; init; }

    public override string ToString() => Name;

    private static void Land(World world, LandTimestamp run, int rows, string? name = null) => world.Put(World.In(World.Land, run, name), World.Rows(rows));
}
