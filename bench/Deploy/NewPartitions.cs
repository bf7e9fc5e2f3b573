using Slipstream.AwsJson.Glue;
using Slipstream.Bench.Measuring;

namespace Slipstream.Bench.Deploy;

/// <summary>A table that gets many partitions at once: in batches, and one with each call.</summary>
internal static class NewPartitions
{
    private const int Partitions = 10_000;
    private const int MostWrites = 101;

    // One by one a part of them is enough to tell how long all would take.
    private const int Part = 20;

    public static async Task<bool> RunAsync()
    {
        var (reads, writes) = (0, 0);
        var ours = await Measure.MedianAsync(async () =>
        {
            await using var glue = await EmptyAsync();
            var taken = await Measure.TimeAsync(() => glue.DeployAsync([Things.ByDay()], Things.CommitOf(Partitions)));
            (reads, writes) = (glue.Reads, glue.Writes);
            return taken;
        });
        await using var other = await EmptyAsync();
        var oneByOne = await Measure.TimeAsync(() => CreateOneByOneAsync(other, Partitions / Part));
        Report.Print($"{Partitions} new partitions", $"{writes} writes (at most {MostWrites}), {reads} reads", ours, oneByOne with { Seconds = oneByOne.Seconds * Part });
        return writes <= MostWrites;
    }

    private static async Task<CatalogOnLoopback> EmptyAsync()
    {
        var glue = new CatalogOnLoopback();
        await glue.DeployAsync([Things.ByDay()], Things.CommitOf(0));
        glue.ForgetCalls();
        return glue;
    }

    private static async Task CreateOneByOneAsync(CatalogOnLoopback glue, int count)
    {
        var table = (await glue.Client.GetTableAsync(new GetTableRequest { DatabaseName = CatalogOnLoopback.Database, Name = Things.Partitioned }, CancellationToken.None)).Table!;
        foreach (var partition in Things.CommitOf(count).Tables[0].Partitions)
        {
            var input = new PartitionInput { Values = [partition.Values[0].Value!], StorageDescriptor = table.StorageDescriptor };
            await glue.Client.BatchCreatePartitionAsync(
                new BatchCreatePartitionRequest { DatabaseName = CatalogOnLoopback.Database, TableName = Things.Partitioned, PartitionInputList = [input] }, CancellationToken.None);
        }
    }
}
