using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>Reads <c>database.json</c>.</summary>
internal sealed class DatabaseReader(FileProblems problems)
{
    private static readonly string[] Keys = ["name", "description", "bucket", "base_folder", "$schema"];

    /// <summary>The database; null if anything is wrong with its file.</summary>
    public DatabaseMetadata? Read(LocatedJson root)
    {
        if (JsonKeys.Of(root, problems, Keys) is not { } keys)
        {
            return null;
        }

        var name = Rules.Name(keys.RequiredText("name"), problems);
        var bucket = Rules.Bucket(keys.RequiredText("bucket"), problems);
        var baseFolder = Rules.Folder(keys.RequiredText("base_folder"), problems);
        var description = Rules.Description(keys.RequiredText("description"), problems);
        return problems.Any ? null : new DatabaseMetadata(problems.File, name!, bucket!, baseFolder!, description);
    }
}
