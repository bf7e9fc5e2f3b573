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

void Compile(FilePath what, string configuration) =>
    DotNetBuild(what.FullPath, new DotNetBuildSettings { Configuration = configuration, NoLogo = true, Verbosity = DotNetVerbosity.Quiet });

Task("native").Does(() =>
{
    var installed = File("node_modules/.package-lock.json");
    if (!FileExists(installed) || System.IO.File.GetLastWriteTimeUtc("package-lock.json") > System.IO.File.GetLastWriteTimeUtc(installed))
    {
        Start("npm", ["ci", "--no-progress", "--loglevel=error"]);
    }
});

Task("programs").IsDependentOn("native").Does<Build>(build => Compile(build.Programs, build.Configuration));

Task("compile").IsDependentOn("native").Does<Build>(build => Compile(build.Solution, build.Configuration));

Task("run").IsDependentOn("programs").Does<Build>(build => Start(build.Program("local"), ["run", .. build.Arguments]));

Task("query").IsDependentOn("programs").Does<Build>(build => Start(build.Program("local"), ["query", .. build.Arguments]));

Task("locate").IsDependentOn("programs").Does<Build>(build => Start(build.Program("local"), ["locate", .. build.Arguments]));

Task("generate").IsDependentOn("programs").Does<Build>(build => Start(build.Program("dag-gen"), ["generate", .. build.Arguments]));

Task("check").IsDependentOn("programs").Does<Build>(build => Start(build.Program("dag-gen"), ["check", .. build.Arguments]));

Task("test").IsDependentOn("compile").Does<Build>(build =>
{
    EnsureDirectoryExists(build.TestResults);
    CleanDirectory(build.TestResults);
    var exitCode = StartProcess("dotnet", new ProcessSettings
    {
        Arguments = $"test --solution {build.Solution} --configuration {build.Configuration} --no-build --no-progress "
            + $"--report-xunit --results-directory {build.TestResults}",
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

Task("format").IsDependentOn("native").Does<Build>(build => Start("dotnet",
    ["format", build.Solution.FullPath, .. build.Arguments.Select(argument => argument == "--verify" ? "--verify-no-changes" : argument)]));

Task("clean").Does<Build>(build =>
{
    foreach (var folder in new[] { build.Artifacts.Combine("bin"), build.Artifacts.Combine("obj"), build.TestResults, build.WorkFolder })
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
      test                  builds everything and runs all tests
      generate              writes dags/ from dag-gen/Pipelines
      check                 says whether what is generated is current
      format [--verify]     formats the code, or says what is not formatted
      clean                 removes what was built and the local pipeline's data
    """));

RunTarget(Argument("target", "help"));
