namespace Slipstream.Contracts;

/// <summary>Where the catalogue lives: the Glue Data Catalog, or a local folder with one DuckDB file for each database.</summary>
public sealed record CatalogAddress
{
    private const string GlueWord = "glue";

    private CatalogAddress(string? directory) => Directory = directory;

    /// <summary>The Glue Data Catalog of the account and region.</summary>
    public static CatalogAddress Glue { get; } = new((string?)null);

    /// <summary>The absolute local directory; null for Glue.</summary>
    public string? Directory { get; }

    /// <summary>DuckDB files in an absolute directory.</summary>
    /// <exception cref="FormatException">The path is relative.</exception>
    public static CatalogAddress InDirectory(string directory) => new(StoreAddress.InDirectory(directory).Directory);

    /// <summary>Reads <c>glue</c> or <c>file:///absolute/directory</c>.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static CatalogAddress Parse(string text)
    {
        if (text == GlueWord)
        {
            return Glue;
        }

        return StoreAddress.DirectoryOf(text) is { } directory
            ? InDirectory(directory)
            : throw new FormatException($"'{text}' is neither 'glue' nor a directory written file:///absolute/path.");
    }

    /// <inheritdoc/>
    public override string ToString() => Directory is null ? GlueWord : StoreAddress.InDirectory(Directory).ToString();
}
