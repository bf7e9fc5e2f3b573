using Slipstream.Metadata.Types;
using Slipstream.Stages.TestExtract.Profiles;

namespace Slipstream.Stages.TestExtract.Reports.Totals;

/// <summary>A column's profile over all objects of a try; where profiles do not add up exactly, the nearest that can be said.</summary>
internal sealed class ColumnTotal(string name, bool isKnown)
{
    private const int MostShapes = 50;
    private const int ShownShapes = 5;
    private readonly Dictionary<string, double> _shapes = new(StringComparer.Ordinal);
    private double _lengths;
    private long _lengthsOf;
    private bool _isDistinctExact = true;

    public ColumnEntry Profile { get; private set; } = new() { Name = name, Known = isKnown, Rows = 0, Nulls = 0, Distinct = 0 };

    /// <summary>False where several objects have values: there are then at least as many.</summary>
    public bool IsDistinctExact => _isDistinctExact;

    /// <summary>The type that all values fit; null as long as none tells.</summary>
    public ColumnType? Type { get; private set; }

    public void Add(ColumnProfile profile)
    {
        var column = ColumnEntry.Of(profile);
        var before = Profile;
        _isDistinctExact = before.Values == 0 || column.Values == 0;
        AddLength(column);
        AddShapes(column);
        Type = InferredTypes.Widest(Type, profile.Type);
        var type = Type?.ToString();
        Profile = before with
        {
            Type = type,
            Rows = before.Rows + column.Rows,
            Nulls = before.Nulls + column.Nulls,
            Distinct = Math.Max(before.Distinct, column.Distinct),
            Minimum = ValueOrder.Least(type, before.Minimum, column.Minimum),
            Maximum = ValueOrder.Greatest(type, before.Maximum, column.Maximum),
            ShortestLength = Of(before.ShortestLength, column.ShortestLength, Math.Min),
            LongestLength = Of(before.LongestLength, column.LongestLength, Math.Max),
            MeanLength = _lengthsOf == 0 ? null : _lengths / _lengthsOf,
            Shapes = [.. Shapes(before.Values + column.Values)],
        };
    }

    private void AddLength(ColumnEntry column)
    {
        if (column.MeanLength is { } mean)
        {
            _lengths += mean * column.Values;
            _lengthsOf += column.Values;
        }
    }

    private void AddShapes(ColumnEntry column)
    {
        foreach (var shape in column.Shapes.Where(shape => _shapes.Count < MostShapes || _shapes.ContainsKey(shape.Shape)))
        {
            _shapes[shape.Shape] = _shapes.GetValueOrDefault(shape.Shape) + (shape.Share * column.Values);
        }
    }

    private IEnumerable<ShapeShare> Shapes(long values) => _shapes
        .OrderByDescending(shape => shape.Value)
        .ThenBy(shape => shape.Key, StringComparer.Ordinal)
        .Take(ShownShapes)
        .Select(shape => new ShapeShare(shape.Key, values == 0 ? 0 : shape.Value / values));

    private static int? Of(int? left, int? right, Func<int, int, int> choose) =>
        left is { } a && right is { } b ? choose(a, b) : left ?? right;
}
