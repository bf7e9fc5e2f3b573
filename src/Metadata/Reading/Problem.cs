using System.Globalization;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>What is wrong with a file, where, and what to do.</summary>
internal sealed record Problem(string File, Position Position, string Path, string Message)
{
    public override string ToString()
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"{File}:{Position.Line}:{Position.Column}");
        return Path.Length == 0 ? $"{where}: {Message}" : $"{where}: {string.Concat(Path.Select(c => char.IsControl(c) ? ' ' : c))}: {Message}";
    }
}
