using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>
/// Counts what became of the objects of a run, in whatever order they end, and remembers the first of each kind: memory
/// does not grow with the number of objects.
/// </summary>
internal sealed class RunTally(LandTimestamp run)
{
    /// <summary>How many objects of each kind are remembered by name.</summary>
    public const int MostNamed = 20;

    private readonly Lock _gate = new();
    private readonly FirstFew<Verdict> _failed = new(MostNamed);
    private readonly FirstFew<Verdict> _passed = new(MostNamed);
    private readonly FirstFew<SkippedObject> _skipped = new(MostNamed);

    public long Objects => Failed + Passed + Skipped;

    /// <summary>Objects that were rejected in this pass.</summary>
    public long Failed { get; private set; }

    public long Passed { get; private set; }

    /// <summary>Objects that an earlier run rejected and that are still the same.</summary>
    public long Skipped { get; private set; }

    public long Rows { get; private set; }

    public long PassedRows { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>True if an object has the run's own timestamp.</summary>
    public bool HasObjectOfRun { get; private set; }

    /// <summary>The first objects that failed, in the order of their keys.</summary>
    public IReadOnlyList<Verdict> FirstFailed => _failed.Values;

    /// <summary>The first objects that passed, in the order of their keys.</summary>
    public IReadOnlyList<Verdict> FirstPassed => _passed.Values;

    /// <summary>The first objects that were skipped, in the order of their keys.</summary>
    public IReadOnlyList<SkippedObject> FirstSkipped => _skipped.Values;

    public void Add(Verdict verdict)
    {
        lock (_gate)
        {
            Count(verdict.Checked.Stored);
            Rows += verdict.Checked.Rows;
            PassedRows += verdict.Passed ? verdict.Checked.Rows : 0;
            Passed += verdict.Passed ? 1 : 0;
            Failed += verdict.Passed ? 0 : 1;
            (verdict.Passed ? _passed : _failed).Add(verdict.Checked.Stored.Location.Key, verdict);
        }
    }

    public void Skip(SkippedObject skipped)
    {
        lock (_gate)
        {
            Count(skipped.Stored);
            Skipped++;
            _skipped.Add(skipped.Stored.Location.Key, skipped);
        }
    }

    private void Count(StoredObject stored)
    {
        Bytes += stored.Length;
        HasObjectOfRun |= LandTimestamp.Of(stored.Location) == run;
    }
}
