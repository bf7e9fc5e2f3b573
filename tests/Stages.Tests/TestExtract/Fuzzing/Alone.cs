namespace Slipstream.Stages.Tests.TestExtract.Fuzzing;

/// <summary>Tests that measure the memory of the process run when no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
