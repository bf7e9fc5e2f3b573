using System.Globalization;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>
/// Writes the rows of a table as Parquet files of a size that readers like. The same rows in the same order give the same
/// bytes, whatever the number of threads: DuckDB's own ways to several files (FILE_SIZE_BYTES, PARTITION_BY) do not, so the
/// rows are written to one file first, and where that is too large, or has several partitions, ranges of its rows again.
/// </summary>
internal sealed class PartWriter(DuckDbConnection connection, RunCuratedSettings settings, string folder)
{
    // DuckDB's default, said aloud. Larger groups are written by fewer threads and held in memory whole: a million rows took
    // 3.7 times as long to write and saved 6 %. Groups by bytes would give up the order of rows.
    private const int RowGroup = 122_880;
    private const string RowNumber = "file_row_number";
    private int _files;

    private string Compression => settings.Compression == ParquetCompression.Zstd ? "zstd" : "snappy";

    /// <summary>Writes the aligned rows of a table and shows them as <c>curated.table</c>.</summary>
    public async Task<IReadOnlyList<MadePartition>> WriteAsync(CuratedTable table, string select, CancellationToken cancellationToken)
    {
        var names = table.Metadata.Partitions;
        if (names.All(name => name == AppendedColumns.SnapshotDate))
        {
            // One partition at most, and its value is known: no file needs to hold the column.
            List<PartitionValue> values = [.. names.Select(name => new PartitionValue(name, settings.SnapshotDate.ToString()))];
            var whole = NewFile();
            await CopyAsync(table, $"SELECT {ColumnsOf(table)} FROM ({select})", whole, cancellationToken);
            var files = await SplitAsync(table, whole, cancellationToken);
            await new CuratedViews(connection).ShowAsync(table, [new ShownPartition(values, files)], cancellationToken);
            return await InspectAsync(table, [new ShownPartition(values, files)], mayBeEmpty: names.Count == 0, cancellationToken);
        }

        return await WritePartitionsAsync(table, select, cancellationToken);
    }

    /// <summary>Writes the rows of a query to one new file.</summary>
    public async Task<MadeFile> WriteFileAsync(CuratedTable table, string select, CancellationToken cancellationToken)
    {
        var file = NewFile();
        await CopyAsync(select, file, cancellationToken);
        return await InspectAsync(table, file, cancellationToken);
    }

    private async Task<IReadOnlyList<MadePartition>> WritePartitionsAsync(CuratedTable table, string select, CancellationToken cancellationToken)
    {
        var (unsorted, sorted) = (NewFile(), NewFile());
        var names = table.Metadata.Partitions.Select(name => $"CAST({Sql.Identifier(name)} AS VARCHAR)").ToList();
        var order = string.Join(", ", names.Select(name => $"{name} NULLS LAST"));
        await CopyAsync(table, select, unsorted, cancellationToken);
        await CopyAsync(
            $"SELECT * EXCLUDE ({RowNumber}) FROM read_parquet({Sql.Literal(unsorted)}, hive_partitioning = false, {RowNumber} = true) ORDER BY {order}, {RowNumber}",
            sorted, cancellationToken);
        File.Delete(unsorted);
        var source = $"read_parquet({Sql.Literal(sorted)}, hive_partitioning = false)";
        await new CuratedViews(connection).ShowAsync(table, source, cancellationToken);
        var found = await connection.QueryAsync(
            $"SELECT {string.Join(", ", names)}, count(*) FROM {source} GROUP BY ALL ORDER BY {order}", cancellationToken);
        var most = MostRows(await RowsOfAsync(sorted, cancellationToken), new FileInfo(sorted).Length);
        var partitions = new List<ShownPartition>();
        var first = 0L;
        foreach (var row in found.Rows)
        {
            var rows = long.Parse(row[^1]!, CultureInfo.InvariantCulture);
            List<PartitionValue> values = [.. table.Metadata.Partitions.Zip(row, (name, value) => new PartitionValue(name, value))];
            partitions.Add(new ShownPartition(values, await SliceAsync(table, sorted, first, first + rows, most, cancellationToken)));
            first += rows;
        }

        return await InspectAsync(table, partitions, mayBeEmpty: false, cancellationToken);
    }

    // A file that is the part already stays; one that is too large is written again in parts.
    private async Task<IReadOnlyList<string>> SplitAsync(CuratedTable table, string whole, CancellationToken cancellationToken)
    {
        var rows = await RowsOfAsync(whole, cancellationToken);
        var most = MostRows(rows, new FileInfo(whole).Length);
        if (rows <= most)
        {
            return [whole];
        }

        var files = await SliceAsync(table, whole, 0, rows, most, cancellationToken);
        File.Delete(whole);
        return files;
    }

    private async Task<IReadOnlyList<string>> SliceAsync(
        CuratedTable table, string whole, long first, long end, long most, CancellationToken cancellationToken)
    {
        var files = new List<string>();
        for (var next = first; next < end; next += most)
        {
            files.Add(NewFile());
            await CopyAsync(
                string.Create(CultureInfo.InvariantCulture, $"SELECT {ColumnsOf(table)} FROM read_parquet({Sql.Literal(whole)}, hive_partitioning = false, {RowNumber} = true) WHERE {RowNumber} BETWEEN {next} AND {Math.Min(next + most, end) - 1}"),
                files[^1], cancellationToken);
        }

        return files;
    }

    private Task<long> RowsOfAsync(string file, CancellationToken cancellationToken) =>
        connection.ScalarAsync($"SELECT num_rows FROM parquet_file_metadata({Sql.Literal(file)})", cancellationToken);

    // Without those that the folders of partitions name.
    private static string ColumnsOf(CuratedTable table) => string.Join(", ", table.Metadata.DataColumns.Select(column => Sql.Identifier(column.Name)));

    // Whole row groups, and a quarter more than the target rather than a small last part.
    private long MostRows(long rows, long bytes)
    {
        if (bytes <= settings.PartBytes + (settings.PartBytes / 4))
        {
            return Math.Max(rows, 1);
        }

        var perPart = (long)(rows / Math.Ceiling((double)bytes / settings.PartBytes));
        var unit = perPart > RowGroup ? RowGroup : 1;
        return Math.Max(1, (perPart + unit - 1) / unit * unit);
    }

    private async Task<IReadOnlyList<MadePartition>> InspectAsync(
        CuratedTable table, IReadOnlyList<ShownPartition> partitions, bool mayBeEmpty, CancellationToken cancellationToken)
    {
        var made = new List<MadePartition>();
        foreach (var partition in partitions)
        {
            var files = new List<MadeFile>();
            foreach (var file in partition.Files)
            {
                files.Add(await InspectAsync(table, file, cancellationToken));
            }

            var schema = CommitSchema.Of(files[0].Facts!.Columns);
            made.Add(new MadePartition(partition.Values, schema, files));
        }

        return [.. made.Where(partition => mayBeEmpty || partition.Rows > 0)];
    }

    private async Task<MadeFile> InspectAsync(CuratedTable table, string file, CancellationToken cancellationToken) =>
        MadeFile.New(file, await new FileInspector(connection).InspectAsync(file, KeyRanges.ColumnsOf(table), cancellationToken));

    private string NewFile() =>
        Path.Combine(Directory.CreateDirectory(folder).FullName, string.Create(CultureInfo.InvariantCulture, $"{_files++}.parquet"));

    // Raw rows come from one thread (RawScan). A second one of DuckDB's would not help it but ask for work in a circle, at the expense
    // of the threads that read the text.
    private async Task CopyAsync(CuratedTable table, string select, string file, CancellationToken cancellationToken)
    {
        if (table.Transform.Reads.All(read => read.Schema != TableReference.Raw))
        {
            await CopyAsync(select, file, cancellationToken);
            return;
        }

        await connection.ExecuteAsync("SET threads = 1", cancellationToken);
        try
        {
            await CopyAsync(select, file, cancellationToken);
        }
        finally
        {
            await connection.ExecuteAsync("RESET threads", CancellationToken.None);
        }
    }

    private Task CopyAsync(string select, string file, CancellationToken cancellationToken) => connection.ExecuteAsync(
        string.Create(CultureInfo.InvariantCulture, $"COPY ({select}) TO {Sql.Literal(file)} (FORMAT parquet, COMPRESSION {Compression}, ROW_GROUP_SIZE {RowGroup})"),
        cancellationToken);
}
