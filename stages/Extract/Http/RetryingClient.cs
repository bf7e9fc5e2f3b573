using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;

namespace Slipstream.Stages.Extract.Http;

/// <summary>Asks a source and asks again after passing failures, at the pace that the settings and the source allow.</summary>
internal sealed class RetryingClient : IDisposable
{
    private const int LargestAnswer = 16 * 1024 * 1024;
    private static readonly ResiliencePropertyKey<int> Number = new("request");

    private readonly ExtractSettings _settings;
    private readonly ExtractLimits _limits;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly HttpClient _http;
    private readonly Pace _pace;
    private readonly ResiliencePipeline<Answer> _allTries;
    private readonly ResiliencePipeline _oneTry;
    private long _answered;
    private long _retried;

    public RetryingClient(ExtractSettings settings, ExtractLimits limits, TimeProvider time, ILogger logger)
    {
        (_settings, _limits, _time, _logger) = (settings, limits, time, logger);
        _http = CreateHttpClient(settings);
        _pace = new Pace(settings.RequestsPerSecond, time);
        _allTries = CreateRetry();
        _oneTry = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(settings.RequestTimeout).Build();
    }

    /// <summary>Requests that were answered well.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>Tries beyond each request's first.</summary>
    public long Retried => Interlocked.Read(ref _retried);

    /// <summary>Asks with GET.</summary>
    /// <exception cref="StageException">The source did not answer well, after all tries (exit code 3).</exception>
    public async Task<Answer> AskAsync(Uri url, int number, CancellationToken cancellationToken)
    {
        var tries = 0;
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Number, number);
        try
        {
            var answer = await _allTries.ExecuteAsync(
                async (_, count) =>
                {
                    count();
                    await _pace.TurnAsync(cancellationToken);
                    return await _oneTry.ExecuteAsync(async token => await SendAsync(url, number, token), cancellationToken);
                },
                context,
                () => tries++);
            Interlocked.Increment(ref _answered);
            return answer.IsSuccess ? answer : throw SourceFailure.Refused(answer, tries);
        }
        catch (Exception exception) when (IsNoAnswer(exception))
        {
            throw SourceFailure.NoAnswer(url, number, tries, exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpClient CreateHttpClient(ExtractSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = settings.Concurrency,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        };

        // Each try has its own time-out.
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"slipstream-extract/{settings.Host.GitTag.ToString().TrimStart('v')}");
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        return client;
    }

    private static bool IsNoAnswer(Exception exception) =>
        exception is HttpRequestException or IOException or InvalidDataException or TimeoutRejectedException;

    private async Task<Answer> SendAsync(Uri url, int number, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(url, cancellationToken);
        return new Answer
        {
            Url = url,
            Number = number,
            Status = response.StatusCode,
            RetryAfter = RetryAfterHeader.Read(response.Headers.RetryAfter, _time.GetUtcNow()),
            Body = await response.Content.ReadAsByteArrayAsync(cancellationToken),
        };
    }

    private ResiliencePipeline<Answer> CreateRetry()
    {
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = _time };
        return _settings.Retries == 0 ? builder.Build() : builder.AddRetry(new RetryStrategyOptions<Answer>
        {
            MaxRetryAttempts = _settings.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = _limits.FirstPause,
            MaxDelay = _limits.LongestPause,
            ShouldHandle = arguments => ValueTask.FromResult(IsPassing(arguments.Outcome)),
            DelayGenerator = arguments => ValueTask.FromResult(AskedPause(arguments.Outcome.Result)),
            OnRetry = Note,
        }).Build();
    }

    private bool IsPassing(Outcome<Answer> outcome) => outcome switch
    {
        { Result: { } answer } => answer.IsTransient && !(answer.RetryAfter > _limits.LongestRetryAfter),
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } } => false,
        { Exception: { } exception } => IsNoAnswer(exception),
        _ => false,
    };

    // What one request is told holds for all: the source is one.
    private TimeSpan? AskedPause(Answer? answer)
    {
        if (answer?.RetryAfter is { } pause)
        {
            _pace.Hold(pause);
        }

        return answer?.RetryAfter;
    }

    private ValueTask Note(OnRetryArguments<Answer> arguments)
    {
        Interlocked.Increment(ref _retried);
        Log.Retry(
            _logger,
            arguments.Context.Properties.GetValue(Number, 0),
            arguments.Outcome.Result is { } answer ? $"status {(int)answer.Status}" : arguments.Outcome.Exception!.Message,
            arguments.RetryDelay.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),
            arguments.AttemptNumber + 1,
            _settings.Retries);
        return ValueTask.CompletedTask;
    }
}
