using Slipstream.Testing;

namespace Slipstream.Metadata.Tests;

public sealed class BadMetadataTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Case.Path("bad"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Folders =>
        [.. Directory.EnumerateDirectories(Case.Path("bad_folders")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bad_file_is_refused_with_the_message_beside_it(string name)
    {
        using var folder = new TemporaryFolder();
        File.Copy(Case.Path("bad", $"{name}.json"), folder.File($"{name}.json"));

        Assert.Equal(File.ReadAllText(Case.Path("bad", $"{name}.txt")), Case.Message(folder.Path) + "\n");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_bad_folder_is_refused_with_the_message_in_it(string name)
    {
        var folder = Case.Path("bad_folders", name);

        Assert.Equal(
            File.ReadAllText(Path.Combine(folder, "expected.txt")),
            Case.Message(folder).Replace(folder, name, StringComparison.Ordinal) + "\n");
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        using var folder = new TemporaryFolder();

        var message = Case.Message(folder.File("nowhere"));

        Assert.Equal("nowhere: There is no such folder. Name a folder that holds one JSON file for each table.", message.Replace(folder.Path + "/", "", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_folder_is_no_folder_of_tables()
    {
        using var folder = new TemporaryFolder();
        folder.Write("README.md", "No metadata.");

        Assert.Equal($"{folder.Path}: The folder holds no table. Add one JSON file for each table, named after it.", Case.Message(folder.Path));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("table.json", "{}");

        Assert.StartsWith($"{file}: There is no such folder.", Assert.Throws<MetadataException>(() => MetadataFolder.Load(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_problem_among_others()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.File("gone.json"), folder.File("target"));
        folder.Write("other.json", "[]");

        var lines = Case.Message(folder.Path).Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.StartsWith("gone.json:1:1: The file cannot be read: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("other.json:1:1: ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_located()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("latin.json"), [.. "{\n  \"name\": \"caf"u8, 0xE9, .. "\" }"u8]);

        Assert.Contains("latin.json:2:11: name: The text is not Unicode.", Case.Message(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_is_one_line_whatever_the_file_holds()
    {
        using var folder = new TemporaryFolder();
        folder.Write("t.json", """{ "a\nkey": 1, "columns": [ { "name": "a", "type": "in\nt", "pattern": "(\n" } ] }""");

        Assert.All(Case.Message(folder.Path).Split('\n'), line => Assert.StartsWith("t.json:1:", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\uFEFF{\n\"nam\": 1 }", "2:1")]
    [InlineData("{\r\n\r\n  \"nam\": 1 }", "3:3")]
    [InlineData("{ \"nam\": 1 }", "1:3")]
    [InlineData("\n\n{ \"nam\": 1 }", "3:3")]
    public void Lines_and_characters_are_counted_as_an_editor_does(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("t.json", text);

        Assert.Contains($"t.json:{expected}: nam: The key 'nam' is unknown. Use 'name'.", Case.Message(folder.Path).Split('\n'));
    }
}
