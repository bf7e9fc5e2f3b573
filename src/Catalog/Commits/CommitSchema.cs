using System.Text;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.Commits;

/// <summary>The columns that files of a table have; partitions name it, because most of them have the same.</summary>
/// <param name="Id">Digits of the hash of names and types.</param>
/// <param name="Columns">The columns in their order.</param>
public sealed record CommitSchema(string Id, IReadOnlyList<CommitColumn> Columns)
{
    private const int Digits = 12;

    /// <summary>The schema of some columns.</summary>
    public static CommitSchema Of(IReadOnlyList<CommitColumn> columns) => new(
        Sha256Hash.Of(Encoding.UTF8.GetBytes(string.Join('\n', columns.Select(column => $"{column.Name} {column.Type}")))).ToString()[..Digits],
        columns);
}
