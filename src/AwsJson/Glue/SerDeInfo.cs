namespace Slipstream.AwsJson.Glue;

/// <summary>The library that reads the files.</summary>
public sealed record SerDeInfo
{
    /// <summary>Seldom given.</summary>
    public string? Name { get; init; }

    /// <summary>The class.</summary>
    public string? SerializationLibrary { get; init; }

    /// <summary>What it is told, such as the delimiter.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }
}
