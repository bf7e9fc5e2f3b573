using System.Globalization;
using System.Text;
using Slipstream.DuckDb;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.DuckDbFiles;

/// <summary>
/// All statements that make a database file: the views in schema main and, because DuckDB keeps no comment on a database,
/// the tables slipstream.deployment (one row: which commit is shown, and what the database is) and slipstream.tables.
/// </summary>
internal sealed record DeploymentSql(string Script, string Fingerprint)
{
    /// <summary>What a reader asks the file for before it is replaced.</summary>
    public const string ReadFingerprint = "SELECT fingerprint FROM slipstream.deployment";

    /// <summary>The views that are there, with what was recorded of them.</summary>
    public const string ReadViews = """
        SELECT view_name, version, row_count, definition
        FROM duckdb_views() LEFT JOIN slipstream.tables ON name = view_name
        WHERE schema_name = 'main' AND NOT internal
        """;

    public static DeploymentSql Write(CatalogState state, IReadOnlyList<ViewDefinition> views)
    {
        var script = string.Join('\n', ["BEGIN;", .. views.Select(view => view.Sql), Tables(views), Deployment(state), "COMMIT;"]);
        var fingerprint = Sha256Hash.Of(Encoding.UTF8.GetBytes(script)).ToString();
        return new DeploymentSql($"{script}\nUPDATE slipstream.deployment SET fingerprint = {Sql.Literal(fingerprint)};\nCHECKPOINT;", fingerprint);
    }

    private static string Tables(IReadOnlyList<ViewDefinition> views)
    {
        const string create = """
            CREATE SCHEMA slipstream;
            CREATE TABLE slipstream.tables (name VARCHAR, version VARCHAR, row_count BIGINT, file_count BIGINT, definition VARCHAR);
            COMMENT ON TABLE slipstream.tables IS 'The views of this database: the version and size of their data.';
            """;
        var rows = views.Select(view => string.Create(
            CultureInfo.InvariantCulture,
            $"({Sql.Literal(view.Table)}, {Text(view.Shows.Version)}, {view.Shows.Rows}, {view.Files}, {Sql.Literal(view.Hash)})"));
        return $"{create}\nINSERT INTO slipstream.tables VALUES\n{string.Join(",\n", rows)};";
    }

    private static string Deployment(CatalogState state)
    {
        var commit = state.Commit;
        return $"""
            CREATE TABLE slipstream.deployment AS SELECT
              {Sql.Literal(state.Database.Name)} AS database_name,
              {Sql.Literal(state.Database.Description)} AS description,
              CAST({commit.Number.ToString(CultureInfo.InvariantCulture)} AS BIGINT) AS commit_number,
              {Sql.Literal(commit.Version)} AS version,
              CAST({commit.RunTimestamp} AS BIGINT) AS run_timestamp,
              CAST({Sql.Literal(commit.SnapshotDate.ToString())} AS DATE) AS snapshot_date,
              {Sql.Literal(commit.GitTag.ToString())} AS git_tag,
              {Sql.Literal(commit.SqlHash)} AS sql_hash,
              {Sql.Literal(commit.MetadataHash)} AS metadata_hash,
              CAST(NULL AS VARCHAR) AS fingerprint;
            COMMENT ON TABLE slipstream.deployment IS 'One row: what this database is and which commit it shows.';
            """;
    }

    private static string Text(string? text) => text is null ? "NULL" : Sql.Literal(text);
}
