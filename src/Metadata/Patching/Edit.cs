namespace Slipstream.Metadata.Patching;

/// <summary>A change of a file's text.</summary>
/// <param name="Start">The first byte that goes.</param>
/// <param name="End">The first byte that stays; the same as the start where nothing goes.</param>
/// <param name="Text">What comes.</param>
internal sealed record Edit(int Start, int End, string Text);
