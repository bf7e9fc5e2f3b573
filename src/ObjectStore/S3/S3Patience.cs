using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Slipstream.Contracts;
using Slipstream.ObjectStore.Identity;

namespace Slipstream.ObjectStore.S3;

/// <summary>
/// Waits when S3 asks to slow down. The SDK has tried a few times by then, and its tries are shared by all that goes on at
/// the same time: many small objects use them up together. Pauses double, up to a limit, and each is a random part of
/// that, so that those who were sent away together do not come back together. Credentials that are refused as expired are renewed once.
/// </summary>
internal sealed class S3Patience(IClientConfig config, TimeProvider time, Random random)
{
    private const int MostPauses = 8;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly Renewal _renewal = new(config);

    public Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        _renewal.CallAsync(() => DespiteThrottlesAsync(call, cancellationToken), cancellationToken);

    /// <summary>A call for an object that must be there, as it was listed.</summary>
    /// <exception cref="ObjectMissingException">It is gone, or was replaced.</exception>
    public async Task<T> CallAsync<T>(S3Location location, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(call, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (S3Answers.IsConditionFailed(exception))
        {
            throw ObjectMissingException.Replaced(location);
        }
        catch (AmazonS3Exception exception) when (S3Answers.IsObjectMissing(exception))
        {
            throw ObjectMissingException.Gone(location);
        }
    }

    private async Task<T> DespiteThrottlesAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var pauses = 0; ; pauses++)
        {
            try
            {
                return await call();
            }
            catch (AmazonServiceException exception) when (IsThrottled(exception) && pauses < MostPauses)
            {
                await Task.Delay(Pause(pauses), time, cancellationToken);
            }
        }
    }

    private static bool IsThrottled(AmazonServiceException exception) =>
        exception.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests
        || exception.ErrorCode is "SlowDown" or "Throttling" or "ThrottlingException" or "RequestLimitExceeded" or "TooManyRequests";

    private TimeSpan Pause(int pauses)
    {
        lock (_gate)
        {
            return TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << pauses)) * random.NextDouble();
        }
    }
}
