using System.Globalization;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>What is wrong with a file, where, and what to do.</summary>
internal sealed record Problem(string File, Position Position, string Path, string Message)
{
    public override string ToString()
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"{File}:{Position.Line}:{Position.Column}");
        var line = Path.Length == 0 ? $"{where}: {Message}" : $"{where}: {Path}: {Message}";
        // Keys and patterns are quoted as they are, and a problem is one line.
        return string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
