using System.Text.Json;
using Slipstream.Metadata.Inference;
using Slipstream.Metadata.Types;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>Counts the values of a column that the metadata do not have, and infers their type.</summary>
internal sealed class UnknownTally
{
    private InferredType _type;

    public ColumnTally Values { get; } = new(TieBreak.Text, hasOrder: true);

    /// <summary>The narrowest type that holds all values; null if all are null.</summary>
    public ColumnType? Type => _type.Kind == InferredKind.Nothing ? null : _type.ToColumnType();

    public void Add(CellKind kind, ReadOnlySpan<byte> text, long line, int place)
    {
        Values.SeeAt(line, place);
        if (kind == CellKind.Null)
        {
            Values.AddNull();
            return;
        }

        _type = InferredType.Join(_type, TypeOf(kind, text));
        Values.Add(text, ValueHash.Word(text), TextLength.Of(text), TextTypeRule.OrderOf(text), isOfType: true);
    }

    public void Merge(UnknownTally other)
    {
        // The order of an inferred struct's fields is that of who saw them first.
        _type = other.Values.First.CompareTo(Values.First) < 0
            ? InferredType.Join(other._type, _type)
            : InferredType.Join(_type, other._type);
        Values.Merge(other.Values);
    }

    private static InferredType TypeOf(CellKind kind, ReadOnlySpan<byte> text) => kind switch
    {
        CellKind.Number => InferredType.OfNumber(text),
        CellKind.True or CellKind.False => InferredType.Boolean,
        CellKind.Text => InferredType.OfText(text),
        CellKind.Plain => InferredType.OfCsv(text),
        CellKind.Object or CellKind.List => TypeOfNested(text),
        CellKind.NoText => InferredType.Mixed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No value."),
    };

    private static InferredType TypeOfNested(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            reader.Read();
            return TypeInference.Observe(ref reader);
        }
        catch (InvalidOperationException)
        {
            // A name that is half a surrogate pair.
            return InferredType.Mixed;
        }
    }
}
