using System.Xml.Linq;

// The same targets at a desk and in CI: ./build.sh <target> [arguments].
record Build(string Configuration, string[] Arguments, FilePath Solution, FilePath Programs, DirectoryPath Artifacts, DirectoryPath WorkFolder)
{
    public DirectoryPath TestResults => Artifacts.Combine("test-results");

    public FilePath Program(string name) => Artifacts.Combine($"bin/{name}/{Configuration.ToLowerInvariant()}").CombineWithFilePath(name);
}

Setup(_ => new Build(
    "Release",
    (EnvironmentVariable("SLIPSTREAM_ARGUMENTS") ?? "").Split('\x1f', StringSplitOptions.RemoveEmptyEntries),
    "Slipstream.slnx",
    "Slipstream.Programs.slnf",
    "artifacts",
    ".slipstream"));

// Cake's table of durations would follow what the user asked for.
Teardown(context =>
{
    if (context.Successful)
    {
        System.Environment.Exit(0);
    }
});

void Start(FilePath program, IEnumerable<string> arguments)
{
    var settings = new ProcessSettings { Arguments = new ProcessArgumentBuilder() };
    foreach (var argument in arguments)
    {
        settings.Arguments.AppendQuoted(argument.Replace("\\", "\\\\").Replace("\"", "\\\""));
    }

    var exitCode = StartProcess(program, settings);
    if (exitCode != 0)
    {
        // The program has said why; Cake's own complaint would only follow it.
        Console.Out.Flush();
        System.Environment.Exit(exitCode);
    }
}

// Quiet unless it fails: MSBuild's summary is nothing that a user has asked for.
void Compile(Build build, FilePath what)
{
    if (!FileExists(build.Program("local")))
    {
        Console.Error.WriteLine("Building for the first time, which takes a minute or two …");
    }

    var exitCode = StartProcess("dotnet", new ProcessSettings
    {
        Arguments = $"build {what} --configuration {build.Configuration} --nologo --verbosity quiet --tl:off",
        RedirectStandardOutput = true,
    }, out var output);
    var lines = output.ToList();
    if (exitCode != 0)
    {
        lines.ForEach(Console.Error.WriteLine);
        System.Environment.Exit(exitCode);
    }
}

void Ask(Build build, string command)
{
    if (!FileExists(build.Program("local")))
    {
        Console.Error.WriteLine("There is no local database yet: make it with ./build.sh run.");
        System.Environment.Exit(2);
    }

    Start(build.Program("local"), [command, .. build.Arguments]);
}

Task("native").Does(() =>
{
    var installed = File("node_modules/.package-lock.json");
    if (!FileExists(installed) || System.IO.File.GetLastWriteTimeUtc("package-lock.json") > System.IO.File.GetLastWriteTimeUtc(installed))
    {
        Start("npm", ["ci", "--no-progress", "--loglevel=error"]);
    }
});

Task("programs").IsDependentOn("native").Does<Build>(build => Compile(build, build.Programs));

Task("compile").IsDependentOn("native").Does<Build>(build => Compile(build, build.Solution));

Task("run").IsDependentOn("programs").Does<Build>(build => Start(build.Program("local"), ["run", .. build.Arguments]));

// Questions are answered at once: what has run has been built.
Task("query").Does<Build>(build => Ask(build, "query"));

Task("locate").Does<Build>(build => Ask(build, "locate"));

Task("generate").IsDependentOn("programs").Does<Build>(build => Start(build.Program("dag-gen"), ["generate", .. build.Arguments]));

Task("check").IsDependentOn("programs").Does<Build>(build =>
{
    Start(build.Program("dag-gen"), ["check", .. build.Arguments]);
    Start("node", ["tools/portability/check.mjs", "transforms", "docs/recipes"]);
});

Task("test").IsDependentOn("compile").Does<Build>(build =>
{
    EnsureDirectoryExists(build.TestResults);
    CleanDirectory(build.TestResults);
    var lanes = build.Arguments.Contains("--all") ? "" : " --filter-not-trait lane=slow";
    var exitCode = StartProcess("dotnet", new ProcessSettings
    {
        Arguments = $"test --solution {build.Solution} --configuration {build.Configuration} --no-build --no-progress "
            + $"--report-xunit --results-directory {build.TestResults}{lanes}",
    });
    var assemblies = GetFiles($"{build.TestResults}/*.xunit").SelectMany(file => XDocument.Load(file.FullPath).Descendants("assembly")).ToList();
    int Sum(string name) => assemblies.Sum(assembly => (int?)assembly.Attribute(name) ?? 0);
    foreach (var skipped in assemblies.Descendants("test").Where(test => (string)test.Attribute("result") == "Skip"))
    {
        Console.WriteLine($"skipped: {skipped.Attribute("name")!.Value}: {skipped.Element("reason")?.Value.Trim()}");
    }

    var line = $"{Sum("passed")} passed, {Sum("failed") + Sum("errors")} failed, {Sum("skipped")} skipped";
    System.IO.File.WriteAllText($"{build.TestResults}/summary.txt", line + "\n");
    Console.WriteLine(line);
    if (exitCode != 0 || Sum("passed") == 0)
    {
        System.Environment.Exit(exitCode == 0 ? 1 : exitCode);
    }
});

Task("images").IsDependentOn("native").Does<Build>(build =>
{
    Compile(build, "tools/Images");
    Start(build.Program("images"), build.Arguments);
});

Task("bench").IsDependentOn("native").Does<Build>(build =>
{
    var benches = GetFiles("bench/*/*.csproj").Where(file => FileExists(file.GetDirectory().CombineWithFilePath("Program.cs"))).ToDictionary(file => file.GetDirectory().GetDirectoryName().ToLowerInvariant());
    var name = build.Arguments.FirstOrDefault() ?? "";
    if (name is "run" or "images")
    {
        Start($"bench/{name}.sh", []);
    }
    else if (benches.TryGetValue(name.Replace("-", ""), out var project))
    {
        Start("dotnet", ["run", "--configuration", build.Configuration, "--project", project.FullPath, "--", .. build.Arguments.Skip(1)]);
    }
    else
    {
        Console.Error.WriteLine("Which bench? There are run, extract, validate, curated, promote, deploy, dag-gen and images.");
        System.Environment.Exit(2);
    }
});

Task("format").IsDependentOn("native").Does<Build>(build => Start("dotnet",
    ["format", build.Solution.FullPath, .. build.Arguments.Select(argument => argument == "--verify" ? "--verify-no-changes" : argument)]));

Task("clean").Does<Build>(build =>
{
    foreach (var folder in new[] { build.Artifacts.Combine("bin"), build.Artifacts.Combine("obj"), build.Artifacts.Combine("publish"), build.Artifacts.Combine("images"), build.TestResults, build.WorkFolder })
    {
        if (DirectoryExists(folder))
        {
            DeleteDirectory(folder, new DeleteDirectorySettings { Recursive = true, Force = true });
        }
    }
});

Task("help").Does(() => Console.WriteLine("""
    Usage: ./build.sh <target> [arguments]

      run [--live]          the whole pipeline on this machine, offline; --live asks the real API
      query "SELECT …"      asks the local database; --format table, csv or json
      locate TABLE          where a table's current files lie
      test [--all]          builds everything and runs the quick tests; --all: the slow ones too, as CI does
      generate              writes dags/ and ci/ from dag-gen/Pipelines
      images                builds the images; --stage NAME, --tag v1.2.3 (a release), --registry HOST/PATH,
                            --push, --base IMAGE
      check                 says whether what is generated is current, and whether Athena and Spark can read the SQL
      format [--verify]     formats the code, or says what is not formatted
      bench NAME            measures: run (the whole pipeline, cold and warm), extract, promote,
                            deploy (calls and time on Glue), dag-gen,
                            validate [--large] (a check of 300,000 rows; ten times as many),
                            curated [--large] (the same rows to Parquet), images (size, start, memory)
      clean                 removes what was built and the local pipeline's data
    """));

RunTarget(Argument("target", "help"));
