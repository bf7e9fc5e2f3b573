using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Inference;

/// <summary>
/// What is known of a column's type from the values seen: the narrowest that holds all of them. Joining is associative,
/// commutative but for the order of fields, and allocates nothing unless lists or objects are joined. The default is: nothing seen.
/// </summary>
public readonly record struct InferredType
{
    /// <summary>How many fields an object may have. Objects with more are rather maps, whose names are data.</summary>
    public const int MostFields = 256;

    private readonly NumberWidth _width;
    // An InferredType[] of one for a list, an InferredField[] for a struct.
    private readonly Array? _parts;

    private InferredType(InferredKind kind, NumberWidth width = default, Array? parts = null)
    {
        Kind = kind;
        _width = width;
        _parts = parts;
    }

    /// <summary>A null, or no value at all.</summary>
    public static InferredType Null => default;

    /// <summary>True or false.</summary>
    public static InferredType Boolean => new(InferredKind.Boolean);

    /// <summary>A text that is no date.</summary>
    public static InferredType Text => new(InferredKind.Text);

    /// <summary>A value that is not worth a closer look, such as one that nests too deep.</summary>
    public static InferredType Mixed => new(InferredKind.Mixed);

    /// <summary>What the values have in common.</summary>
    public InferredKind Kind { get; }

    /// <summary>What the elements of lists have in common.</summary>
    public InferredType Element => _parts is InferredType[] elements ? elements[0] : default;

    /// <summary>The fields of all objects, in the order in which they were first seen.</summary>
    public IReadOnlyList<InferredField> Fields => _parts as InferredField[] ?? [];

    /// <summary>A number as JSON writes it.</summary>
    public static InferredType OfNumber(ReadOnlySpan<byte> utf8) =>
        NumberWidth.Of(utf8) is { } width ? new InferredType(InferredKind.Number, width)
        : DoubleText.IsFinite(utf8) ? new InferredType(InferredKind.Double)
        : Mixed;

    /// <summary>A text: a date or a datetime where it is written as one, in the forms that columns have without a format of their own.</summary>
    public static InferredType OfText(ReadOnlySpan<byte> utf8) => IsoText.Length(utf8) switch
    {
        0 => Text,
        IsoText.DateLength => new InferredType(InferredKind.Date),
        _ => new InferredType(InferredKind.DateTime),
    };

    /// <summary>A value of a CSV file: a number, true or false, a date, or else a text. One without characters is a null.</summary>
    public static InferredType OfCsv(ReadOnlySpan<byte> utf8) =>
        utf8.IsEmpty ? Null
        : JsonText.IsNumber(utf8) ? OfNumber(utf8)
        : utf8.SequenceEqual("true"u8) || utf8.SequenceEqual("false"u8) ? Boolean
        : OfText(utf8);

    /// <summary>A list whose elements have this in common; <see cref="Null"/> for an empty one.</summary>
    public static InferredType ListOf(InferredType element) => new(InferredKind.List, parts: new[] { element });

    /// <summary>An object.</summary>
    public static InferredType StructOf(IReadOnlyList<InferredField> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return FieldSets.Join([], fields) is { } distinct ? new InferredType(InferredKind.Struct, parts: distinct) : Mixed;
    }

    /// <summary>The narrowest type that holds what both hold.</summary>
    public static InferredType Join(InferredType left, InferredType right) =>
        left.Kind == InferredKind.Nothing ? right
        : right.Kind == InferredKind.Nothing ? left
        : left.Kind == right.Kind ? JoinSame(left, right)
        : IsNumber(left) && IsNumber(right) ? new InferredType(InferredKind.Double)
        : IsText(left) && IsText(right) ? Text
        : Mixed;

    /// <summary>Whether both have the same in common; the order of fields is none of it.</summary>
    public bool Equals(InferredType other) => Kind == other.Kind && _width == other._width && (Kind switch
    {
        InferredKind.List => Element.Equals(other.Element),
        InferredKind.Struct => FieldSets.AreEqual(Fields, other.Fields),
        _ => true,
    });

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _width, Fields.Count);

    /// <summary>
    /// The type to declare. Numbers with a fraction are a double as long as that loses no digit, else a decimal; what is mixed
    /// or unknown is a text, because that is what can be made of anything.
    /// </summary>
    public ColumnType ToColumnType() => Kind switch
    {
        InferredKind.Boolean => new SimpleType(SimpleKind.Boolean),
        InferredKind.Number => _width.ToColumnType(),
        InferredKind.Double => new SimpleType(SimpleKind.Double),
        InferredKind.Date => new SimpleType(SimpleKind.Date),
        InferredKind.DateTime => new SimpleType(SimpleKind.DateTime),
        InferredKind.List => new ArrayType(Element.ToColumnType()),
        InferredKind.Struct when FieldSets.AreNames(Fields) => FieldSets.ToColumnType(Fields),
        _ => new SimpleType(SimpleKind.Character),
    };

    /// <summary>
    /// Whether <see cref="ToColumnType"/> holds every value seen. False for mixed values, and for objects whose names cannot stand in a type.
    /// </summary>
    public bool IsHeld => Kind switch
    {
        InferredKind.Mixed => false,
        InferredKind.List => Element.IsHeld,
        InferredKind.Struct => FieldSets.AreNames(Fields) && Fields.All(part => part.Type.IsHeld),
        _ => true,
    };

    private static InferredType JoinSame(InferredType left, InferredType right) => left.Kind switch
    {
        InferredKind.Number => NumberWidth.Join(left._width, right._width) is var width && width.FitsDecimal
            ? new InferredType(InferredKind.Number, width)
            : new InferredType(InferredKind.Double),
        InferredKind.List => Join(left.Element, right.Element) is var element && element == left.Element ? left : ListOf(element),
        InferredKind.Struct => FieldSets.Join(left.Fields, right.Fields) is { } fields ? new InferredType(InferredKind.Struct, parts: fields) : Mixed,
        _ => left,
    };

    private static bool IsNumber(InferredType type) => type.Kind is InferredKind.Number or InferredKind.Double;

    private static bool IsText(InferredType type) => type.Kind is InferredKind.Date or InferredKind.DateTime or InferredKind.Text;
}
