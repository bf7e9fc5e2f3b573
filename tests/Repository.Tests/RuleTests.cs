using System.Xml.Linq;
using Slipstream.Repository.Tests.Reading;
using Slipstream.Repository.Tests.Rules;
using Slipstream.Testing;

namespace Slipstream.Repository.Tests;

/// <summary>Each rule finds what it is there to find, and only that: a rule that cannot fail holds nothing.</summary>
public sealed class RuleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_reference_against_the_arrows_is_found()
    {
        Write("src/Contracts/Contracts.csproj", ProjectWith("""<ProjectReference Include="../ObjectStore/ObjectStore.csproj" />"""));
        Write("src/ObjectStore/ObjectStore.csproj", ProjectWith("""<ProjectReference Include="../Contracts/Contracts.csproj" />"""));
        Finds(new ArrowRule(), "'src/Contracts/Contracts.csproj' references 'src/ObjectStore/ObjectStore.csproj'.");
    }

    [Fact]
    public void A_stage_that_references_another_through_shared_properties_is_found()
    {
        Write("stages/Directory.Build.props", ProjectWith("""<ProjectReference Include="$(MSBuildThisFileDirectory)Two/Two.csproj" />"""));
        Write("stages/One/One.csproj", ProjectWith("""<ProjectReference Include="../../src/Contracts/Contracts.csproj" />"""));
        Finds(new ArrowRule(), "'stages/One/One.csproj' references 'stages/Two/Two.csproj'.");
    }

    [Fact]
    public void A_project_that_no_arrow_speaks_of_is_found()
    {
        Write("src/Other/Other.csproj", ProjectWith(""));
        Finds(new ArrowRule(), "'src/Other/Other.csproj' is a project without arrows.");
    }

    [Fact]
    public void A_package_with_two_owners_is_found_and_tests_do_not_count()
    {
        var project = ProjectWith("""<PackageReference Include="Some.Package" />""");
        Write("src/A/A.csproj", project);
        Write("tests/A.Tests/A.Tests.csproj", project);
        Finds(new OneProjectPerPackageRule());
        Write("tools/B/B.csproj", project);
        Finds(new OneProjectPerPackageRule(), "'Some.Package' is referenced by 'src/A/A.csproj' and 'tools/B/B.csproj'.");
    }

    [Fact]
    public void A_central_version_that_nothing_uses_is_found()
    {
        Write("Directory.Packages.props", ProjectWith("""
            <PackageVersion Include="Used" Version="1.0.0" />
            <PackageVersion Include="Pinned" Version="1.0.0" />
            <PackageVersion Include="Forgotten" Version="1.0.0" />
            """));
        Write("src/A/A.csproj", ProjectWith("""<PackageReference Include="Used" />"""));
        Write("src/A/packages.lock.json", """{ "dependencies": { "net10.0": { "Pinned": { "type": "CentralTransitive" } } } }""");
        Finds(new PackageVersionRule(), "'Forgotten' in Directory.Packages.props.");
    }

    [Fact]
    public void Native_imports_and_the_sdk_outside_their_projects_are_found()
    {
        Write("src/DuckDb/Native.cs", "[" + "LibraryImport(\"duckdb\")]\n");
        Write("src/ObjectStore/Store.cs", "using Amazon.S3;\n");
        Finds(new OwnedCodeRule());
        Write("stages/One/Native.cs", "[" + "DllImport(\"c\")]\nusing Amazon.S3;\n");
        Write("stages/One/One.csproj", ProjectWith("""<PackageReference Include="AWSSDK.S3" />"""));
        Finds(
            new OwnedCodeRule(),
            "'stages/One/Native.cs' imports native functions.",
            "'stages/One/Native.cs' uses AWS's SDK.",
            "'stages/One/One.csproj' references 'AWSSDK.S3'.");
    }

    [Fact]
    public void A_stage_without_its_files_or_with_a_long_program_is_found()
    {
        Write("stages/One/Program.cs", string.Concat(Enumerable.Repeat("// line\n", 26)));
        Finds(new StageFilesRule(), "'stages/One' has no Dockerfile.", "'stages/One' has no README.md.", "'stages/One/Program.cs' has 26 lines.");
    }

    [Fact]
    public void A_Dockerfile_that_breaks_every_convention_is_found()
    {
        Write("stages/One/Dockerfile", "FROM debian\nUSER 1000\nUSER root\nENTRYPOINT one\nARG GIT_TAG\n");
        Finds(
            new DockerfileRule(),
            "'stages/One/Dockerfile' does not end with an image 'FROM $BASE_IMAGE', an ARG.",
            "'stages/One/Dockerfile' does not run as a user other than root.",
            "'stages/One/Dockerfile' has no ENTRYPOINT in exec form: SIGTERM would not reach the stage.",
            "'stages/One/Dockerfile' does not bake the ARG GIT_TAG in as ENV GIT_TAG.");
    }

    [Fact]
    public void A_Dockerfile_that_copies_what_is_not_there_or_not_sent_is_found()
    {
        Write(".dockerignore", "*\n!src\n");
        Write("src/A/A.cs", "// a\n");
        Write("docs/a.md", "a\n");
        Write("stages/One/Dockerfile", "COPY --from=build /app ./\nCOPY src docs/a.md nothing ./\n");
        Finds(
            new BuildContextRule(),
            "'stages/One/Dockerfile' copies 'docs/a.md', which .dockerignore holds back.",
            "'stages/One/Dockerfile' copies 'nothing', which does not exist.");
    }

    [Fact]
    public void A_README_that_lacks_a_variable_or_invents_one_is_found()
    {
        var readme = SourceTree.OfThisRepository.Text("stages/TestExtract/README.md");
        Write("stages/TestExtract/README.md", readme);
        Finds(new VariablesTableRule());
        Write("stages/TestExtract/README.md", readme.Replace("`MINIMUM_ROWS`", "`MINIMAL_ROWS`", StringComparison.Ordinal));
        Finds(
            new VariablesTableRule(),
            "'stages/TestExtract/README.md' does not name MINIMUM_ROWS.",
            "'stages/TestExtract/README.md' names MINIMAL_ROWS, which the stage does not read.");
    }

    [Fact]
    public void A_stage_without_a_settings_record_is_found()
    {
        Write("stages/One/README.md", "One.\n");
        Finds(new VariablesTableRule(), "'stages/One' has no settings record here.");
    }

    [Fact]
    public void Carriage_returns_byte_order_marks_missing_newlines_and_binaries_are_found()
    {
        Write("a.txt", "a\r\n");
        Write("b.txt", "\uFEFFb\n");
        Write("c.txt", "c");
        Write("d.bin", "\0");
        Write("empty.txt", "");
        Write("samples/e.jsonl.gz", "\0");
        Write("src/A/packages.lock.json", "{}");
        Write("tests/A.Tests/Cases/bad.json", "{\r\n");
        Finds(
            new TextFormRule(),
            "'a.txt' has carriage returns.",
            "'b.txt' begins with a byte order mark.",
            "'c.txt' does not end with a newline.",
            "'d.bin' is not text in UTF-8.");
    }

    [Theory]
    [InlineData("/" + "home/someone/data", "'/" + "home/someone/data'")]
    [InlineData("cd /" + "tmp", "'/" + "tmp'")]
    [InlineData("\"file:///" + "root/store\"", "'/" + "root/store'")]
    [InlineData("mount_path=\"/" + "work/out\"", "'/" + "work/out'")]
    public void A_folder_of_a_machine_is_found(string text, string found)
    {
        Write("a.md", $"first\n{text}\n");
        Finds(new MachinePathRule(), $"'a.md', line 2: {found}.");
    }

    [Theory]
    [InlineData("WORK_DIR=/work")]
    [InlineData("https://example.com/home/page")]
    [InlineData("/airflow/xcom/return.json")]
    [InlineData("WORKDIR /app")]
    [InlineData("src/work/here")]
    public void A_path_of_a_container_or_an_address_is_none(string text)
    {
        Write("a.md", text + "\n");
        Finds(new MachinePathRule());
    }

    [Fact]
    public void An_address_in_a_lock_file_is_found()
    {
        Write("package-lock.json", "{\n  \"resolved\": \"https://example.com/p.tgz\"\n}\n");
        Finds(new LockFileRule(), "'package-lock.json', line 2: \"resolved\": \"https://example.com/p.tgz\"");
    }

    [Fact]
    public void Long_files_two_types_other_names_regions_and_reminders_are_found()
    {
        Write("src/Long.cs", string.Concat(Enumerable.Repeat("// line\n", 301)));
        Write("src/One.cs", "public sealed record One(int A);\n\ninternal readonly record struct Two;\n");
        Write("src/Three.cs", "internal static partial class Four\n{\n}\n");
        Write("src/Five.Part.cs", "internal partial class Five\n{\n    private enum Nested { A }\n}\n");
        Write("src/Six.cs", "#" + "region A\n// TO" + "DO: later\npublic enum Six\n{\n}\n");
        Finds(
            new SourceFormRule(),
            "'src/Long.cs' has 301 lines.",
            "'src/One.cs' holds One and Two.",
            "'src/Six.cs' has '#" + "region'.",
            "'src/Six.cs' has 'TO" + "DO'.",
            "'src/Three.cs' holds 'Four'.");
    }

    [Fact]
    public void Undocumented_types_and_members_are_found()
    {
        // What the compiler has written about Contracts, less one type and one member.
        var documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Slipstream.Contracts.xml"));
        documentation.Descendants("member")
            .Where(member => (string?)member.Attribute("name") is "T:Slipstream.Contracts.SnapshotDate" or "P:Slipstream.Contracts.SnapshotDate.Date")
            .Remove();
        var undocumented = DocumentationRule.Undocumented([typeof(Contracts.SnapshotDate)], documentation);
        Assert.Equal(["Slipstream.Contracts.SnapshotDate", "Slipstream.Contracts.SnapshotDate.Date"], undocumented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_project_of_src_whose_documentation_is_not_read_is_found()
    {
        Write("src/Other/Other.cs", "// empty\n");
        Finds(new DocumentationRule(), "Slipstream.Other is not among the references of the tests.");
    }

    [Fact]
    public void A_decision_with_a_gap_a_missing_heading_or_no_link_is_found()
    {
        const string Whole = "# Title\n\n## Context\n\n## Decision\n\n## Consequences\n";
        Write("docs/decisions/README.md", "[one](0001-one.md) [three](0003-three.md)\n");
        Write("docs/decisions/0001-one.md", Whole.Replace("## Context\n", string.Empty, StringComparison.Ordinal));
        Write("docs/decisions/0003-three.md", Whole);
        Write("docs/decisions/Four.md", Whole + new string('\n', 40));
        Finds(
            new DecisionRule(),
            "'docs/decisions/0001-one.md' has no '## Context'.",
            "'docs/decisions/0003-three.md' is not named 0002-title.md.",
            "'docs/decisions/Four.md' has 47 lines.",
            "'docs/decisions/Four.md' is not linked from docs/decisions/README.md.",
            "'docs/decisions/Four.md' is not named 0003-title.md.");
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_found()
    {
        Write("docs/a.md", "[b](../b.md#part) [c](c.md) [docs](../docs/) [web](https://example.com)\n```\n[x](y.md)\n```\n");
        Write("b.md", "B.\n");
        Finds(new LinkRule(), "'docs/a.md' links to 'c.md'.");
    }

    [Fact]
    public void A_folder_that_is_built_is_not_part_of_the_tree()
    {
        Write("a.txt", "a\n");
        Write("artifacts/b.txt", "b\n");
        Write("node_modules/c/d.txt", "d\n");
        Assert.Equal(["a.txt"], SourceTree.Open(_folder.Path).Files);
    }

    private static string ProjectWith(string items) => $"<Project>\n  <ItemGroup>\n    {items}\n  </ItemGroup>\n</Project>\n";

    private void Write(string name, string text) => _folder.Write(name, text);

    private void Finds(IRule rule, params string[] expected) => Assert.Equal(
        expected.Order(StringComparer.Ordinal), rule.Breaches(SourceTree.Open(_folder.Path)).Order(StringComparer.Ordinal));
}
