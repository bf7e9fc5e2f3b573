using System.Collections.Concurrent;
using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.DuckDb.Functions;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Rows.Text;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>
/// The extracts of a raw table as a table function: DuckDB gets the very values that test-extract has checked, because the same code
/// reads them. Each scan that reads to the end of a file knows its rows.
/// </summary>
internal sealed class RawTable
{
    private const string FunctionName = "raw rows of ";

    // Of 2,048 rows most blocks are smaller.
    private const int BlockSize = 4 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, long> _rows = new(StringComparer.Ordinal);

    public RawTable(TableMetadata metadata, IReadOnlyList<RawFile> files)
    {
        Metadata = metadata;
        Files = files;
        Columns = [.. metadata.DataColumns.Select(column => new RawColumn(column))];
        HidesRows = Columns.Any(column => column.IsHidden);
        Function = new DuckDbTableFunction(
            FunctionName + metadata.Name,
            [
                .. Columns.Select(column => new DuckDbColumn(column.Name, DuckDbTypes.Of(column.Type))),
                new DuckDbColumn(LandTimestamp.PartitionName, "BIGINT"),
            ],
            (projection, token) => new RawScan(this, projection, token));
    }

    public TableMetadata Metadata { get; }

    public IReadOnlyList<RawFile> Files { get; }

    public RawColumn[] Columns { get; }

    /// <summary>Whether rows hold values that nobody may see.</summary>
    public bool HidesRows { get; }

    public DuckDbTableFunction Function { get; }

    public BlockBuffers Buffers { get; } = new(0, BlockSize);

    /// <summary>Whether a step of a plan of DuckDB's reads a raw table.</summary>
    public static bool IsScan(string step) => step.StartsWith(FunctionName, StringComparison.OrdinalIgnoreCase);

    public void Counted(RawFile file, long rows) => _rows[file.Path] = rows;

    /// <summary>The rows of each file: those that no scan has read to their end are counted now.</summary>
    public async Task<IReadOnlyDictionary<string, long>> RowsAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Files.Where(file => !_rows.ContainsKey(file.Path)))
        {
            Counted(file, await CountAsync(file, cancellationToken));
        }

        return _rows;
    }

    private async Task<long> CountAsync(RawFile file, CancellationToken cancellationToken)
    {
        await using var content = RawText.Open(file.Path);
        await using var text = RawText.TextOf(file.Path, content);
        try
        {
            return await RowCount.OfAsync(text, Metadata, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new RawFailures(this, file).Unreadable(exception);
        }
    }
}
