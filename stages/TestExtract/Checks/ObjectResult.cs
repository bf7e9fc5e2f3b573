using Slipstream.Stages.TestExtract.Checks.Keys;
using Slipstream.Stages.TestExtract.Profiles;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>
/// Puts the parts of an object together again in their order, whichever was ready first. Any thread may bring a part.
/// </summary>
internal sealed class ObjectResult(TableRules rules, int mostExamples, string workDirectory) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, PartResult> _waiting = [];
    private int _next;
    private bool _isMerging;
    private long? _blank;

    public long Rows { get; private set; }

    public Findings Findings { get; } = new(mostExamples);

    public ShapeTables Shapes { get; } = new(rules.Columns.Length);

    /// <summary>The keys of the rows, for each key of the table.</summary>
    public KeySet[] Keys { get; } = [.. rules.Keys.Select(_ => new KeySet(workDirectory))];

    public PartResult NewPart() => new(rules.Keys.Length, mostExamples);

    /// <summary>Takes up a part as soon as all before it have come.</summary>
    public void Add(int number, PartResult part)
    {
        lock (_gate)
        {
            _waiting.Add(number, part);
            if (_isMerging)
            {
                return;
            }

            _isMerging = true;
        }

        // One thread merges, the others go on checking.
        while (TryTakeNext(out var next))
        {
            Merge(next);
        }
    }

    public void Dispose() => Array.ForEach(Keys, keys => keys.Dispose());

    private bool TryTakeNext(out PartResult part)
    {
        lock (_gate)
        {
            _isMerging = _waiting.Remove(_next, out part!);
            _next += _isMerging ? 1 : 0;
            return _isMerging;
        }
    }

    private void Merge(PartResult part)
    {
        MergeBlanks(part);
        Rows += part.Rows;
        Findings.Merge(part.Findings);
        Shapes.Merge(part);
        for (var i = 0; i < Keys.Length; i++)
        {
            Keys[i].Add(part.Keys[i]);
        }
    }

    // A blank line at the end of a part is one inside the object if rows follow in a later part.
    private void MergeBlanks(PartResult part)
    {
        _blank ??= part.LeadingBlank;
        if (part.Rows == 0)
        {
            return;
        }

        if (_blank is { } blank)
        {
            Findings.Fail(Rule.JsonObject, null, PartResult.OneObject, blank, PartResult.BlankLine);
        }

        _blank = part.TrailingBlank;
    }
}
