namespace Slipstream.Iam.Reading;

/// <summary>A text of a file and the line that it stands in, from 1 on.</summary>
/// <param name="Text">As the file has it.</param>
/// <param name="Line">From 1 on.</param>
public sealed record Located(string Text, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
