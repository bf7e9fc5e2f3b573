using Microsoft.Extensions.Logging;
using Slipstream.Stages.Extract.Http;

namespace Slipstream.Stages.Extract;

/// <summary>Logs how far the requests have got, every few seconds, also while nothing moves.</summary>
internal sealed class Progress : IDisposable
{
    private readonly ITimer _timer;

    public Progress(RetryingClient client, int requests, ILogger logger, TimeProvider time, TimeSpan every) => _timer = time.CreateTimer(
        _ => Log.Progress(logger, client.Answered, requests, client.Retried), null, every, every);

    public void Dispose() => _timer.Dispose();
}
