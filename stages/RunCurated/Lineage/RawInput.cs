using Slipstream.Catalog.Commits;

namespace Slipstream.Stages.RunCurated.Lineage;

/// <summary>An object of raw-hist and its copy on local disk.</summary>
internal sealed record RawInput(CommitInput Input, string File);
