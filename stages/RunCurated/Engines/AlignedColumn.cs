using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Stages.RunCurated.Fitting;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>One column of the result.</summary>
/// <param name="Metadata">What it must be.</param>
/// <param name="Source">The SQL that gives its value in a row of the SELECT, or a constant of the stage.</param>
/// <param name="Type">The type that it has there, as DuckDB writes it.</param>
/// <param name="Cast">How the value becomes one of the metadata's type.</param>
internal sealed record AlignedColumn(ColumnMetadata Metadata, string Source, string Type, Cast Cast)
{
    public string Name => Metadata.Name;

    /// <summary>The column in the result.</summary>
    public string Identifier => Sql.Identifier(Name);

    /// <summary>Beside it what the SELECT gave, while the two are compared. No column of the metadata has such a name.</summary>
    public string SourceIdentifier => Sql.Identifier($"{Name} as selected");

    public string Value => $"{Cast.Value(Source)} AS {Identifier}";

    /// <summary>The SQL that is true where the cast loses or changes the value; null where nothing can be lost.</summary>
    public string? Loss => Cast.Loss?.Invoke(SourceIdentifier, Identifier);
}
