using System.Text.Json.Serialization;
using Slipstream.Stages.TestExtract.Moving;
using Slipstream.Stages.TestExtract.Profiles;
using Slipstream.Stages.TestExtract.Profiles.Comparison;

namespace Slipstream.Stages.TestExtract.Reports.Json;

/// <summary>All that is to be said of one object, as reports and findings in quarantine write it.</summary>
internal sealed record ObjectEntry
{
    public required string Object { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Of the bytes that were checked; null if they could not all be read.</summary>
    public string? Sha256 { get; init; }

    public required long Rows { get; init; }

    public required bool Passed { get; init; }

    /// <summary>Null if it stays in land.</summary>
    public string? MovedTo { get; init; }

    public required IReadOnlyList<FindingEntry> Findings { get; init; }

    /// <summary>Where findings were left out, how many there are; null where they are all here.</summary>
    [JsonIgnore]
    public int? FindingCount { get; init; }

    /// <summary>The object, relative to the table's folder, whose values these were compared with.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>What has moved since then by more than its tolerance.</summary>
    public IReadOnlyList<Movement>? Moved { get; init; }

    public IReadOnlyList<ColumnEntry>? Profile { get; init; }

    public static ObjectEntry Of(Verdict verdict) => new()
    {
        Object = verdict.Checked.Stored.Location.ToString(),
        Bytes = verdict.Checked.Stored.Length,
        Sha256 = verdict.Checked.Sha256?.ToString(),
        Rows = verdict.Checked.Rows,
        Passed = verdict.Passed,
        MovedTo = verdict.MovedTo?.ToString(),
        Findings = [.. verdict.Checked.Findings.All.Select(FindingEntry.Of)],
    };

    /// <summary>With the values' profile, and what has moved in it.</summary>
    public static ObjectEntry Of(Verdict verdict, Compared? compared) => Of(verdict) with
    {
        ComparedWith = compared?.Before,
        Moved = compared is { Movements.Count: > 0 } ? compared.Movements : null,
        Profile = [.. verdict.Checked.Profile.Columns.Select(ColumnEntry.Of)],
    };
}
