using System.Text.Json.Nodes;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Moving;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>Told of everything that a run finds. In a plan it says what it has to say and writes nothing.</summary>
internal interface IRunReport
{
    /// <summary>Tells that an object will be checked or skipped: one after another, in the order of their keys.</summary>
    void Begin(StoredObject stored);

    /// <summary>
    /// Tells of one object after its checks and before it is moved: what must be stored before the object is, is stored here,
    /// and findings that follow from earlier objects are added. Several objects may be told at the same time, in any order.
    /// </summary>
    Task AddAsync(CheckedObject result, CancellationToken cancellationToken);

    /// <summary>Tells what became of an object; moving it may have added findings.</summary>
    Task MovedAsync(Verdict verdict, CancellationToken cancellationToken);

    /// <summary>Tells that nothing more will be said of an object. Each that was begun ends.</summary>
    /// <param name="stored">The object.</param>
    /// <param name="failure">What stopped it; later objects that wait for its verdict fail with the same. Null if nothing did.</param>
    void End(StoredObject stored, Exception? failure);

    /// <summary>Tells, once and last, how the run went; not called for a run that an outside system has stopped.</summary>
    /// <returns>What the stage's result says of the report; null if none was written.</returns>
    Task<JsonObject?> FinishAsync(StageResult result, CancellationToken cancellationToken);
}
