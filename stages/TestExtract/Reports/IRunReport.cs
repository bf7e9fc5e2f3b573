using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Moving;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>Told of everything that a run finds. In a plan it says what it has to say and writes nothing.</summary>
internal interface IRunReport
{
    /// <summary>
    /// Tells of one object after its checks and before it is moved: what must be stored before the object is, is stored here.
    /// Several objects may be told at the same time, in any order.
    /// </summary>
    Task AddAsync(CheckedObject result, CancellationToken cancellationToken);

    /// <summary>Tells, once and last, how the run went; not called for a run that an outside system has stopped.</summary>
    Task FinishAsync(RunTally tally, CancellationToken cancellationToken);
}
