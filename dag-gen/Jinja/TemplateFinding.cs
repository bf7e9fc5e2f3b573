namespace Slipstream.DagGen.Jinja;

/// <summary>What is wrong with a template, and what to do.</summary>
/// <param name="Message">Whole sentences.</param>
/// <param name="IsWarning">True if it works in the releases at hand.</param>
internal sealed record TemplateFinding(string Message, bool IsWarning = false);
