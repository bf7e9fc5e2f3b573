using Slipstream.Catalog.Commits;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>One partition, or the whole of a table that has none.</summary>
internal sealed record MadePartition(IReadOnlyList<PartitionValue> Values, CommitSchema Schema, IReadOnlyList<MadeFile> Files)
{
    /// <summary>The folder below the table's, <c>a=1/b=2</c>, or empty.</summary>
    public string Folder => PartitionValue.FolderOf(Values);

    public long Rows => Files.Sum(file => file.Rows);

    /// <summary>True if the committed partition has these bytes already.</summary>
    public bool IsSameAs(CommitPartition committed) =>
        committed.Schema == Schema.Id && committed.Files.Select(file => file.Sha256).SequenceEqual(Files.Select(file => file.Sha256));
}
