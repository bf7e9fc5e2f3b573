using Slipstream.Catalog.Commits;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>A part of a partition: a new local file, or one of an earlier commit that is carried over.</summary>
internal sealed record MadeFile
{
    private MadeFile(string? path, FileFacts? facts, CommitFile? carried) => (Path, Facts, Carried) = (path, facts, carried);

    /// <summary>The local file; null if it is carried over.</summary>
    public string? Path { get; }

    /// <summary>What is known of the local file.</summary>
    public FileFacts? Facts { get; }

    /// <summary>The committed file that stays as it is; null if it is new.</summary>
    public CommitFile? Carried { get; }

    public long Rows => Carried?.Rows ?? Facts!.Rows;

    public Sha256Hash Sha256 => Carried?.Sha256 ?? Facts!.Sha256;

    public static MadeFile New(string path, FileFacts facts) => new(path, facts, null);

    public static MadeFile CarriedOver(CommitFile file) => new(null, null, file);
}
