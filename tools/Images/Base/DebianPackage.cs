namespace Slipstream.Images.Base;

/// <summary>A package of Debian, as its own description names it.</summary>
internal sealed record DebianPackage(string Name, string Version, string Architecture)
{
    public static DebianPackage Read(string description)
    {
        var fields = description.Split('\n')
            .Where(line => line.Length > 0 && line[0] != ' ' && line.Contains(':', StringComparison.Ordinal))
            .Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim());
        return new DebianPackage(fields["Package"], fields["Version"], fields["Architecture"]);
    }
}
