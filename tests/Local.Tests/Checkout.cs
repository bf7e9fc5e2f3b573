using System.IO.Compression;
using System.Text;
using Slipstream.Testing;

namespace Slipstream.Local.Tests;

/// <summary>A folder that looks like a checkout, with a script for dag-gen.</summary>
internal sealed class Checkout : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Folders Folders => new(_folder.Path);

    public string Arguments => File.ReadAllText(_folder.File("arguments"));

    public void WriteSample(params string[] lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Folders.Sample)!);
        using var gzip = new GZipStream(File.Create(Folders.Sample), CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }

    public void WriteRun(string name, string json) => _folder.Write($".slipstream/runs/{name}/run.json", json);

    /// <summary>A dag-gen that notes its arguments, runs the given lines and exits.</summary>
    public void WriteDagGen(string script)
    {
        _folder.Write("artifacts/bin/dag-gen/release/dag-gen", $"#!/bin/sh\nprintf '%s\\n' \"$@\" > arguments\n{script}\n");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for dag-gen is a shell script.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Folders.DagGen, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => _folder.Dispose();
}
