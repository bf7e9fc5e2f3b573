namespace Slipstream.Testing;

/// <summary>Files that say what is written or answered. UPDATE_GOLDEN=1 accepts what differs, at a desk and never in CI.</summary>
public static class GoldenFile
{
    /// <summary>Whether what differs is accepted.</summary>
    public static bool IsAccepted => IsSet("UPDATE_GOLDEN", "1") && !IsSet("CI", "true");

    /// <summary>Compares bytes with a file; what differs and is not accepted is put beside it.</summary>
    /// <exception cref="InvalidDataException">They differ.</exception>
    public static void Verify(byte[] actual, params string[] file)
    {
        var path = Repository.Path(file);
        if (File.Exists(path) && actual.AsSpan().SequenceEqual(File.ReadAllBytes(path)))
        {
            return;
        }

        var received = Path.ChangeExtension(path, ".received" + Path.GetExtension(path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(IsAccepted ? path : received, actual);
        if (!IsAccepted)
        {
            throw new InvalidDataException($"'{received}' is not what '{path}' says. Read the difference; if it is wanted, run the tests with UPDATE_GOLDEN=1.");
        }
    }

#pragma warning disable RS0030 // A developer's switch, not a setting of the product.
    private static bool IsSet(string name, string value) => Environment.GetEnvironmentVariable(name) == value;
#pragma warning restore RS0030
}
