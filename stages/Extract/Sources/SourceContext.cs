using Slipstream.Contracts.Settings;
using Slipstream.Stages.Extract.Http;

namespace Slipstream.Stages.Extract.Sources;

/// <summary>What a source gets to work with.</summary>
/// <param name="Settings">The stage's settings.</param>
/// <param name="Client">Asks the API, with retries.</param>
internal sealed record SourceContext(ExtractSettings Settings, RetryingClient Client);
