namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>One place where a rule failed.</summary>
/// <param name="Line">The line, from 1; null where the whole object is meant.</param>
/// <param name="Found">What is there.</param>
internal sealed record Example(long? Line, string Found);
