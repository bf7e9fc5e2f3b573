using Slipstream.AwsJson.Glue;
using Slipstream.Bench.Measuring;

namespace Slipstream.Bench.Deploy;

/// <summary>A database that is as it should be: the catalogue looks through pages; somebody who knows no pages looks at each table.</summary>
internal static class Unchanged
{
    private const int Tables = 200;
    private const int MostCalls = 5;

    public static async Task<bool> RunAsync()
    {
        await using var glue = new CatalogOnLoopback();
        var tables = Things.Tables(Tables);
        var commit = Things.CommitOf(tables);
        await glue.DeployAsync(tables, commit);

        glue.ForgetCalls();
        await glue.DeployAsync(tables, commit);
        var (reads, writes) = (glue.Reads, glue.Writes);

        var ours = await Measure.MedianAsync(() => Measure.TimeAsync(() => glue.DeployAsync(tables, commit)));
        var oneByOne = await Measure.MedianAsync(() => Measure.TimeAsync(async () =>
        {
            foreach (var table in tables)
            {
                await glue.Client.GetTableAsync(new GetTableRequest { DatabaseName = CatalogOnLoopback.Database, Name = table.Name }, CancellationToken.None);
            }
        }));
        Report.Print($"{Tables} unchanged tables", $"{reads} reads (at most {MostCalls}), {writes} writes (none)", ours, oneByOne);
        return reads <= MostCalls && writes == 0;
    }
}
