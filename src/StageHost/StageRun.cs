using System.Globalization;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;

namespace Slipstream.StageHost;

/// <summary>One run of a stage whose settings are good.</summary>
internal sealed class StageRun<TSettings>(StageProcess process, TSettings settings, ILoggerFactory loggers, CommandLine line)
    where TSettings : IStageSettings<TSettings>
{
    // ENOSPC, as .NET hands it on: https://man7.org/linux/man-pages/man3/errno.3.html
    private const int NoSpaceLeft = 28;

    private readonly ILogger _logger = loggers.CreateLogger(TSettings.Stage);

    public async Task<ExitCode> RunAsync(Func<StageContext<TSettings>, IStage> create)
    {
        PrintJobSpecification();
        using var signals = new Signals();
        try
        {
            return await RunAsync(create, signals.Token);
        }
        catch (StageException exception)
        {
            Log.JobFailed(_logger, (int)exception.ExitCode, WithRight(exception));
            return exception.ExitCode;
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            Log.JobStopped(_logger, signals.Name, (int)signals.ExitCode);
            return signals.ExitCode;
        }
        catch (IOException exception) when (exception.HResult == NoSpaceLeft)
        {
            Log.JobFailed(_logger, (int)ExitCode.OutsideFailed, $"No space is left on a disk: {exception.Message} Give WORK_DIR ('{settings.Host.WorkDirectory ?? Path.GetTempPath()}') more room.");
            return ExitCode.OutsideFailed;
        }
#pragma warning disable CA1031 // The one place where a defect becomes an exit code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.JobDefect(_logger, exception);
            return ExitCode.Defect;
        }
    }

    private async Task<ExitCode> RunAsync(Func<StageContext<TSettings>, IStage> create, CancellationToken cancellationToken)
    {
        var start = process.Time.GetTimestamp();
        using var store = OpenStore();
        await CheckCallerAsync(cancellationToken);
        using var work = WorkFolder.Create(settings.Host.WorkDirectory, TSettings.Stage);
        var capabilities = Capabilities();
        var stage = create(new StageContext<TSettings>
        {
            Settings = settings,
            Store = new StageStore(store, capabilities),
            Capabilities = capabilities,
            Loggers = loggers,
            Time = process.Time,
            WorkDirectory = work.Path,
            IsPlan = line.IsPlan,
            Action = line.Action,
        });
        var result = await stage.RunAsync(cancellationToken);
        Report(result, process.Time.GetElapsedTime(start));
        return result.ExitCode;
    }

    // A directory has no callers. A catalogue of Glue stands over S3, so that this is asked for it too.
    private async Task CheckCallerAsync(CancellationToken cancellationToken)
    {
        if (settings.Host.ObjectStore.Directory is null)
        {
            CallerCheck.Check(await process.AskCallerAsync(cancellationToken), settings.Host.ExpectedRole, _logger);
        }
    }

    private IObjectStore OpenStore()
    {
        var store = process.Stores(settings.Host);
        return line.IsPlan ? new ReadOnlyObjectStore(store) : store;
    }

    private IReadOnlyList<Capability> Capabilities() => line.Action is { } call
        ? CommandLine.ActionOf<TSettings>(call.Name)!.Capabilities(settings)
        : settings.Capabilities;

    private string WithRight(StageException exception) => exception.MissingRight is { } right
        ? $"{exception.Message} {RefusedRight.Explain(right, TSettings.Stage, typeof(TSettings).Name, Capabilities())}"
        : exception.Message;

    private void PrintJobSpecification()
    {
        Log.JobStarts(_logger, TSettings.Stage, process.BuiltAs.ToString(), TSettings.Summary);
        if (line.Action is { } call)
        {
            Log.JobAction(_logger, call.Name, string.Join(' ', call.Arguments));
        }

        foreach (var variable in VariableWriter<TSettings>.WriteAll(settings, TSettings.Bind))
        {
            Log.JobVariable(_logger, variable.Name, variable.Text ?? string.Empty);
        }
    }

    private void Report(StageResult result, TimeSpan elapsed)
    {
        if (!line.IsPlan && ResultFile.PathFor(settings.Host) is { } path)
        {
            ResultFile.Write(path, TSettings.Stage, result, elapsed);
            Log.ResultWritten(_logger, path);
        }

        if (result.ExitCode == ExitCode.Done)
        {
            Log.JobDone(_logger, result.Summary, elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture));
        }
        else
        {
            Log.JobFailed(_logger, (int)result.ExitCode, result.Summary);
        }
    }
}
