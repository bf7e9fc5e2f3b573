namespace Slipstream.Local;

/// <summary>What lies where in the work folder; dag-gen's local environment says the same.</summary>
internal static class LocalPaths
{
    public static string Store(string workFolder) => Path.GetFullPath(Path.Combine(workFolder, "store"));

    public static string Catalogue(string workFolder) => Path.GetFullPath(Path.Combine(workFolder, "catalogue"));

    public static string Runs(string workFolder) => Path.GetFullPath(Path.Combine(workFolder, "runs"));
}
