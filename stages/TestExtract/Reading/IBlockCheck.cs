using Slipstream.Rows.Text;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Reading;

/// <summary>Checks blocks of lines, one at a time; objects of one format share a number of them.</summary>
internal interface IBlockCheck
{
    /// <summary>The rows' part in it.</summary>
    RowCheck Rows { get; }

    /// <summary>Checks all lines of a block, and adds to the part what depends on their order.</summary>
    void Check(Block block, PartResult part);

    /// <summary>Puts the row of one line of the block into <see cref="Rows"/>; false if it is none.</summary>
    bool TryRead(Block block, long line);
}
