using System.Text;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.RunCurated.Lineage;

/// <summary>
/// The extracts of a table in totals, with a hash that each extract continues: whether a history begins with another can be
/// seen without listing either.
/// </summary>
internal sealed record ExtractChain(long Objects, long Bytes, Sha256Hash Hash)
{
    public static ExtractChain Empty { get; } = new(0, 0, Sha256Hash.Of([]));

    public static ExtractChain Of(CommitExtracts extracts) => new(extracts.Objects, extracts.Bytes, extracts.Chain);

    /// <summary>The chain one extract longer.</summary>
    public ExtractChain Add(S3Prefix dataset, CommitInput input) => new(
        Objects + 1,
        Bytes + input.Bytes,
        Sha256Hash.Of(Encoding.UTF8.GetBytes($"{Hash}\n{dataset.Relative(input.Location)}\n{input.Sha256}")));
}
