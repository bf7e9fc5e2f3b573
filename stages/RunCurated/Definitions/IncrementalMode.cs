namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>How a table takes in the rows of new extracts.</summary>
internal enum IncrementalMode
{
    /// <summary>It does not say: it is made anew from all that it reads.</summary>
    None,

    /// <summary>They come after the rows that are there.</summary>
    Append,

    /// <summary>They come after the rows that are there and take the place of those with the same primary key.</summary>
    Merge,
}
