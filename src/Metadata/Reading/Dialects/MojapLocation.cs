using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>The folder that a <c>table_location</c> means: mojap-metadata's files have a folder there, or its whole path in S3.</summary>
internal static class MojapLocation
{
    private const string Scheme = "s3://";

    /// <summary>The folder below the database's; the last one of the path where there is no database. Null, and a problem, if it is none.</summary>
    public static string? Read(LocatedJson value, DatabaseMetadata? database, FileProblems problems)
    {
        if (!value.Text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return Rules.Folder(value with { Text = value.Text.TrimEnd('/') }, problems);
        }

        var path = value.Text.TrimEnd('/');
        var parent = database is null ? path[..(path.LastIndexOf('/') + 1)] : database.Path;
        if (path.Length > parent.Length && path.StartsWith(parent, StringComparison.Ordinal) && parent.Length > Scheme.Length)
        {
            return Rules.Folder(value with { Text = path[parent.Length..] }, problems);
        }

        problems.Add(value, database is null
            ? $"{Excerpt.Of(value.Text)} names no folder in a bucket. Write 's3://bucket/folder/', the folder's name alone, or leave the key away: then it is the table's name."
            : $"{Excerpt.Of(value.Text)} does not lie below the database's folder '{parent}'. Move it there, write the folder's name alone, or leave the key away: then it is the table's name.");
        return null;
    }
}
