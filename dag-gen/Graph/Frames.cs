using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Graph;

/// <summary>
/// Which groups are drawn as frames. Tasks never wait for each other in a circle, but groups as wholes can, and no order from left
/// to right fits those: of such a circle, a group is not framed whose absence opens it, or else the last.
/// </summary>
internal sealed class Frames
{
    private readonly Dag _dag;
    private readonly List<TaskGroup> _groups;

    private Frames(Dag dag, IEnumerable<TaskGroup> groups) => (_dag, _groups) = (dag, [.. groups]);

    /// <summary>The groups, each with the frame around it as its parent.</summary>
    public IReadOnlyList<TaskGroup> Groups => _groups;

    public static Frames Of(Dag dag)
    {
        var used = dag.Tasks.SelectMany(dag.GroupsOf).ToHashSet();
        var frames = new Frames(dag, dag.Groups.Where(used.Contains));
        while (frames.Tangled() is [.., var last] tangled)
        {
            frames.Dissolve(tangled.FindLast(group => frames.Without(group).Tangled().Count == 0) ?? last);
        }

        return frames;
    }

    /// <summary>The innermost frame around a task, or null.</summary>
    public string? Around(DagTask task) => Chain(task).LastOrDefault();

    private Frames Without(TaskGroup group)
    {
        var frames = new Frames(_dag, _groups);
        frames.Dissolve(group);
        return frames;
    }

    private void Dissolve(TaskGroup group)
    {
        _groups.Remove(group);
        for (var place = 0; place < _groups.Count; place++)
        {
            _groups[place] = _groups[place].Parent == group.Id ? _groups[place] with { Parent = group.Parent } : _groups[place];
        }
    }

    // The groups on the circles of the outermost level that has any.
    private List<TaskGroup> Tangled() => _groups.Select(group => (string?)group.Id).Prepend(null)
        .Select(level => OnCircles([.. TiesIn(level)]))
        .Select(ids => _groups.FindAll(group => ids.Contains(group.Id)))
        .FirstOrDefault(groups => groups.Count > 0) ?? [];

    private IEnumerable<(string From, string To)> TiesIn(string? level) => _dag.Edges
        .Select(edge => (From: StandsFor(edge.Upstream, level), To: StandsFor(edge.Downstream, level)))
        .Where(tie => tie is { From: not null, To: not null } && tie.From != tie.To)
        .Select(tie => (tie.From!, tie.To!))
        .Distinct();

    // What is left when beginnings and ends are taken away again and again.
    private static HashSet<string> OnCircles(List<(string From, string To)> ties)
    {
        while (true)
        {
            var (from, to) = (ties.Select(tie => tie.From).ToHashSet(), ties.Select(tie => tie.To).ToHashSet());
            if (ties.RemoveAll(tie => !to.Contains(tie.From) || !from.Contains(tie.To)) == 0)
            {
                return from;
            }
        }
    }

    private string? StandsFor(string task, string? level)
    {
        List<string> chain = [.. Chain(_dag.Tasks.First(found => found.Id == task)), task];
        var place = level is null ? 0 : chain.IndexOf(level) + 1;
        return level is null || place > 0 ? chain[place] : null;
    }

    private IEnumerable<string> Chain(DagTask task) => _dag.GroupsOf(task).Select(group => group.Id).Where(id => _groups.Exists(group => group.Id == id));
}
