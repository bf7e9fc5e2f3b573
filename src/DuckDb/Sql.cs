namespace Slipstream.DuckDb;

/// <summary>Writes names and texts into SQL so that they cannot be taken for anything else.</summary>
public static class Sql
{
    /// <summary>A name in double quotes.</summary>
    public static string Identifier(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A text in single quotes.</summary>
    public static string Literal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>Texts as a list, <c>['a', 'b']</c>.</summary>
    public static string Literals(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Literal))}]";
}
