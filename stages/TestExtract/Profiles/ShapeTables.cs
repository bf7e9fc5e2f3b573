using Slipstream.Rows;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>The shapes of all columns, fed part by part in the order of the object.</summary>
internal sealed class ShapeTables(int columns)
{
    private readonly ShapeTable[] _known = [.. Enumerable.Range(0, columns).Select(_ => new ShapeTable())];
    private readonly Dictionary<string, ShapeTable> _unknown = new(StringComparer.Ordinal);

    public ShapeTable OfColumn(int column) => _known[column];

    public ShapeTable OfUnknown(string name) => _unknown.GetValueOrDefault(name) ?? new ShapeTable();

    public void Merge(PartResult part)
    {
        foreach (var name in part.UnknownNames.Where(name => !_unknown.ContainsKey(name) && _unknown.Count < NameTable.MostUnknown))
        {
            _unknown.Add(name, new ShapeTable());
        }

        part.Shapes.CopyTo((slot, shape, weight) => TableOf(slot, part)?.Add(shape.Span, weight));
    }

    private ShapeTable? TableOf(int slot, PartResult part) =>
        slot < columns ? _known[slot] : _unknown.GetValueOrDefault(part.UnknownNames[slot - columns]);
}
