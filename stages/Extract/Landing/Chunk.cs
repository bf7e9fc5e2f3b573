using System.Globalization;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Stages.Extract.Sources;

namespace Slipstream.Stages.Extract.Landing;

/// <summary>
/// One object of an extract: its name and the requests whose rows it holds. Both follow from the settings alone, so a later
/// try of the run knows by the name which rows are there already, and makes only the others.
/// </summary>
internal sealed record Chunk(string Name, RequestRange Requests)
{
    private const string Extension = ".jsonl.gz";

    /// <summary>The objects of a run: a single one without a number, or several numbered from 0.</summary>
    public static IReadOnlyList<Chunk> AllOf(ExtractSettings settings, int requestsPerChunk)
    {
        if (settings.Requests <= requestsPerChunk)
        {
            return [new Chunk(SingleName(settings), new RequestRange(0, settings.Requests))];
        }

        var count = ((settings.Requests - 1) / requestsPerChunk) + 1;
        return [.. Enumerable.Range(0, count).Select(number => new Chunk(
            $"{settings.Table}_{number.ToString(CultureInfo.InvariantCulture)}_{settings.RunTimestamp}{Extension}",
            new RequestRange(number * requestsPerChunk, Math.Min(requestsPerChunk, settings.Requests - (number * requestsPerChunk)))))];
    }

    /// <summary>True for the name of an extract that is in one piece.</summary>
    public static bool IsWhole(S3Location location, ExtractSettings settings) => location.Name == SingleName(settings);

    /// <summary>True for the name of a piece of an extract.</summary>
    public static bool IsPiece(S3Location location, ExtractSettings settings)
    {
        var (before, behind) = ($"{settings.Table}_", $"_{settings.RunTimestamp}{Extension}");
        return location.Name.Length > before.Length + behind.Length
            && location.Name.StartsWith(before, StringComparison.Ordinal)
            && location.Name.EndsWith(behind, StringComparison.Ordinal)
            && location.Name[before.Length..^behind.Length].All(char.IsAsciiDigit);
    }

    private static string SingleName(ExtractSettings settings) => $"{settings.Table}_{settings.RunTimestamp}{Extension}";
}
