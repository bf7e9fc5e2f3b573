namespace Slipstream.Stages.Extract.Sources;

/// <summary>Some of an extract's requests, which are numbered from 0.</summary>
/// <param name="First">The number of the first.</param>
/// <param name="Count">How many.</param>
internal readonly record struct RequestRange(int First, int Count)
{
    /// <summary>The number behind the last.</summary>
    public int End => First + Count;
}
