using Slipstream.Contracts.Settings;

namespace Slipstream.Contracts.Tests;

public sealed class RunCuratedSettingsTests : SettingsTests<RunCuratedSettings>
{
    protected override RunCuratedSettings Full => Sparse with
    {
        RawMetaData = "other/raw",
        CuratedMetaData = "other/curated",
        Transforms = "other/sql",
        MemoryLimit = 4096,
        Input = InputMode.SinceLast,
        Publish = PublishMode.InPlace,
        LossLimit = 5,
        PartSize = 512,
        Compression = ParquetCompression.Snappy,
        Concurrency = 3,
        Host = FullHost,
    };

    protected override RunCuratedSettings Sparse => new()
    {
        RawHistPath = S3Prefix.Parse("s3://raw-hist/data/"),
        CuratedPath = S3Prefix.Parse("s3://curated/data/"),
        RunTimestamp = LandTimestamp.Parse("1573569000"),
        SnapshotDate = SnapshotDate.Parse("2019-11-12"),
    };

    protected override RunCuratedSettings WithoutRun(RunCuratedSettings settings) =>
        settings with { RunTimestamp = default, SnapshotDate = default };
}
