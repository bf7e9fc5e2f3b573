using System.Text.Json.Serialization;

namespace Slipstream.Catalog.Commits;

/// <summary>The JSON form of commits and attempts: snake case, indented, because people read them too.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n",
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(CommitConverters.Location),
        typeof(CommitConverters.Hash),
        typeof(CommitConverters.Timestamp),
        typeof(CommitConverters.Date),
        typeof(CommitConverters.Tag),
    ])]
[JsonSerializable(typeof(Commit))]
[JsonSerializable(typeof(Attempt))]
internal sealed partial class CommitJson : JsonSerializerContext;
