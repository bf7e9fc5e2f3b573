namespace Slipstream.Iam.Reading;

/// <summary>A text of a file and the line that it stands in, from 1 on.</summary>
/// <param name="Text">The text, without quotes and escapes.</param>
/// <param name="Line">Its line.</param>
public sealed record Located(string Text, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
