using Slipstream.AwsJson.Glue;
using Slipstream.Metadata;

namespace Slipstream.Catalog.Glue;

/// <summary>What is to be done with the database.</summary>
/// <param name="Write">What to create or update it with; null to let it be.</param>
/// <param name="IsNew">Whether there is none yet.</param>
/// <param name="Differences">The same for people.</param>
internal sealed record DatabaseWork(DatabaseInput? Write, bool IsNew, IReadOnlyList<Difference> Differences)
{
    private static readonly DatabaseWork None = new(null, false, []);

    /// <summary>Of two pipelines that share a database, the one that came first says what it is.</summary>
    public static DatabaseWork Compare(Database? old, DatabaseMetadata now, string owner)
    {
        if (GlueMark.OwnerOf(old?.Parameters) is { } other && other != owner)
        {
            return None;
        }

        var input = new DatabaseInput
        {
            Name = now.Name,
            Description = now.Description,
            LocationUri = old?.LocationUri,
            Parameters = GlueMark.With(old?.Parameters, GlueMark.Owner, owner),
            CreateTableDefaultPermissions = old?.CreateTableDefaultPermissions,
        };
        if (old is null)
        {
            return new DatabaseWork(input, true, [Difference.Added($"database '{now.Name}'", now.Description)]);
        }

        Difference[] differences =
        [
            .. TableComparison.Text("database description", old.Description, now.Description),
            .. TableComparison.Parameters("database parameter", old.Parameters, input.Parameters),
        ];
        return differences.Length == 0 ? None : new DatabaseWork(input, false, differences);
    }
}
