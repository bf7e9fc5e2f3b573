using Slipstream.Catalog.Commits;

namespace Slipstream.Stages.RunCurated;

/// <summary>An object of raw-hist and its copy on local disk.</summary>
internal sealed record RawInput(CommitInput Input, string File);
