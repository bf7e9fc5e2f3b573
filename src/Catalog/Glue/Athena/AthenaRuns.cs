using System.Globalization;
using System.Text;
using Slipstream.AwsJson;
using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Errors;
using Slipstream.AwsJson.Handles;
using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.Glue.Athena;

/// <summary>Has Athena run statements to their end. A run that is cancelled stops its query; one that is killed leaves it to Athena, and the next passes over what it has added.</summary>
internal sealed class AthenaRuns(QueryHandle query, TimeProvider time)
{
    private const int Tries = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceToStop = TimeSpan.FromSeconds(5);

    /// <exception cref="StageException">The statement was refused, or failed.</exception>
    public async Task RunAsync(string table, string sql, CancellationToken cancellationToken)
    {
        for (var i = 1; ; i++)
        {
            var id = await StartAsync(table, sql, cancellationToken);
            var status = await EndAsync(id, cancellationToken);
            if (status.State == QueryExecutionStates.Succeeded)
            {
                return;
            }

            if (i == Tries || status.AthenaError?.Retryable != true)
            {
                throw Failed(table, id, status);
            }

            await Task.Delay(LongestPause, time, cancellationToken);
        }
    }

    private async Task<string> StartAsync(string table, string sql, CancellationToken cancellationToken)
    {
        try
        {
            return await query.StartAsync(table, sql, Token(sql), cancellationToken);
        }
        catch (InvalidInputException exception)
        {
            throw StageException.SettingsWrong(
                $"{exception.Message} Check ATHENA_WORKGROUP ('{query.Workgroup}'), and set ATHENA_RESULTS if the workgroup names no place for results.", exception);
        }
    }

    private async Task<QueryExecutionStatus> EndAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            for (var pause = FirstPause; ; pause = pause * 2 > LongestPause ? LongestPause : pause * 2)
            {
                if (await query.StatusAsync(id, cancellationToken) is { } status && QueryExecutionStates.IsFinal(status.State))
                {
                    return status;
                }

                await Task.Delay(pause, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await StopAsync(id);
            throw;
        }
    }

    private async Task StopAsync(string id)
    {
        try
        {
            // On the machine's own clock: the process is about to be killed.
            using var patience = new CancellationTokenSource(PatienceToStop);
            await query.StopAsync(id, patience.Token);
        }
        catch (Exception exception) when (exception is AwsException or OperationCanceledException)
        {
            // It ends by itself: what it adds is what the next run would have added.
        }
    }

    // The same for the SDK's retries of one call, and another for each call: Athena answers a token that it knows with the old query.
    private string Token(string sql) => Sha256Hash.Of(Encoding.UTF8.GetBytes($"{time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)} {sql}")).ToString();

    private StageException Failed(string table, string id, QueryExecutionStatus status)
    {
        var reason = FailureText.Sentence(status.StateChangeReason ?? status.AthenaError?.ErrorMessage ?? "");
        return StageException.OutsideFailed(
            $"Athena's query '{id}' about '{query.Database}.{table}' ended as {status.State}: {reason} {Advice(status)}");
    }

    // Categories: https://docs.aws.amazon.com/athena/latest/APIReference/API_AthenaError.html
    private static string Advice(QueryExecutionStatus status) => status switch
    {
        { State: "CANCELLED" } => "Somebody or a limit of the workgroup has stopped it: run the stage again.",
        { AthenaError.ErrorCategory: 1 } => "It is a failure of Athena's: run the stage again later.",
        _ => "Check that the stage's role has the rights of its policy, and that the table can be queried; then run the stage again, or set PARTITION_REFRESH to 'glue'.",
    };
}
