using Microsoft.Extensions.Logging;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Moving;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>The findings in the log, object by object: the lines of one object follow each other.</summary>
internal sealed class LogReport(ILogger logger) : IRunReport
{
    private readonly Lock _gate = new();

    public Task AddAsync(CheckedObject result, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            FindingsReport.Print(logger, result);
        }

        return Task.CompletedTask;
    }

    public Task FinishAsync(RunTally tally, CancellationToken cancellationToken) => Task.CompletedTask;
}
