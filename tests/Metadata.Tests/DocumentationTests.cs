using System.Text.RegularExpressions;
using Slipstream.Metadata.Types;
using Slipstream.Testing;

namespace Slipstream.Metadata.Tests;

/// <summary>Holds docs/metadata.md to what the loader says itself.</summary>
public sealed partial class DocumentationTests
{
    private static string Page => File.ReadAllText(Repository.Path("docs", "metadata.md"));

    [Fact]
    public void Every_key_is_on_the_page()
    {
        using var folder = new TemporaryFolder();
        folder.Write("t.json", """{ "data_format": "json", "columns": [{ "Q": 1, "drift": { "Q": 1, "tolerance": { "Q": 1 } } }], "csv": { "Q": 1 }, "drift": { "Q": 1 }, "Q": 1 }""");

        var lists = Case.Message(folder.Path).Split('\n').Where(line => line.Contains("The key 'Q' is unknown.", StringComparison.Ordinal)).ToList();

        Assert.Equal(6, lists.Count);
        Assert.All(lists.SelectMany(Words), key => Assert.Contains($"`{key}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_word_for_a_type_is_on_the_page()
    {
        const string Unknown = "geometry";
        var words = Words(Assert.Throws<FormatException>(() => MojapTypeParser.Parse(Unknown)).Message)
            .Concat(Words(Assert.Throws<FormatException>(() => ColumnTypeParser.Parse(Unknown)).Message))
            .Select(word => word.Split('(', '<')[0]).ToList();

        Assert.InRange(words.Count, 30, 100);
        Assert.All(words, word => Assert.Matches($"`{word}[`(<]", Page));
    }

    [Fact]
    public void Every_directive_is_on_the_page() =>
        Assert.All(Words(Assert.Throws<FormatException>(() => DateTimeFormat.Parse("%Q")).Message), directive => Assert.Contains($"`{directive}`", Page, StringComparison.Ordinal));

    [Fact]
    public void Keys_of_mojap_metadata_that_are_checked_are_on_the_page()
    {
        string[] keys = ["file_format", "sensitive", "database_name", "table_location", "glue_table_properties", "type_category", "alias", "foreign_key", "num_errors", "bool_errors"];

        Assert.All(keys, key => Assert.Contains($"`{key}`", Page, StringComparison.Ordinal));
    }

    // Brackets with commas are part of a word.
    private static string[] Words(string message) => Separator().Split(message.Split("one of ")[1].TrimEnd('.'));

    [GeneratedRegex(@", (?![^<]*>)")]
    private static partial Regex Separator();
}
