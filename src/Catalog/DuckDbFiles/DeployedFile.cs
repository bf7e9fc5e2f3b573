using System.Globalization;
using Slipstream.Contracts;
using Slipstream.DuckDb;

namespace Slipstream.Catalog.DuckDbFiles;

/// <summary>What an existing database file says of itself.</summary>
/// <param name="Fingerprint">Of all that made it; null if there is no file.</param>
/// <param name="Views">The views that are there; a definition is null if the view was made by hand.</param>
internal sealed record DeployedFile(string? Fingerprint, IReadOnlyDictionary<string, (TableVersion Shows, string? Definition)> Views)
{
    private static readonly DeployedFile Absent = new(null, new Dictionary<string, (TableVersion, string?)>());

    /// <summary>Reads a copy: whoever has the file itself open, even for writing, is neither waited for nor disturbed.</summary>
    public static async Task<DeployedFile> ReadAsync(string path, string workDirectory, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return Absent;
        }

        var copy = Path.Combine(workDirectory, Path.GetRandomFileName());
        try
        {
            File.Copy(path, copy);
            using var connection = DuckDbConnection.Open(new DuckDbOptions { File = copy, IsReadOnly = true });
            return await ReadAsync(connection, cancellationToken);
        }
        catch (DuckDbException exception)
        {
            throw StageException.SettingsWrong(
                $"'{path}' was not made by Slipstream and is not replaced: {exception.Message}\nMove it away, or set CATALOG to another directory.", exception);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static async Task<DeployedFile> ReadAsync(DuckDbConnection connection, CancellationToken cancellationToken)
    {
        var deployment = await connection.QueryAsync(DeploymentSql.ReadFingerprint, cancellationToken);
        var views = await connection.QueryAsync(DeploymentSql.ReadViews, cancellationToken);
        return new DeployedFile(
            deployment.Rows is [[var fingerprint]] ? fingerprint : string.Empty,
            views.Rows.ToDictionary(row => row[0]!, row => (new TableVersion(row[1], Number(row[2])), row[3])));
    }

    private static long Number(string? text) => text is null ? 0 : long.Parse(text, CultureInfo.InvariantCulture);
}
