using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Inference;

/// <summary>The fields of objects, joined by name.</summary>
internal static class FieldSets
{
    /// <summary>All fields of both; null if they are too many.</summary>
    public static InferredField[]? Join(IReadOnlyList<InferredField> left, IReadOnlyList<InferredField> right)
    {
        var joined = new List<InferredField>(left);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < joined.Count; i++)
        {
            places[joined[i].Name] = i;
        }

        foreach (var field in right)
        {
            if (places.TryAdd(field.Name, joined.Count))
            {
                joined.Add(field);
            }
            else
            {
                var place = places[field.Name];
                joined[place] = joined[place] with { Type = InferredType.Join(joined[place].Type, field.Type) };
            }
        }

        return joined.Count <= InferredType.MostFields ? [.. joined] : null;
    }

    public static bool AreEqual(IReadOnlyList<InferredField> left, IReadOnlyList<InferredField> right) =>
        left.Count == right.Count
        && left.OrderBy(field => field.Name, StringComparer.Ordinal).SequenceEqual(right.OrderBy(field => field.Name, StringComparer.Ordinal));

    /// <summary>Whether a type can have these fields: some, with plain names that differ in more than case.</summary>
    public static bool AreNames(IReadOnlyList<InferredField> fields) =>
        fields.Count > 0
        && fields.All(field => IsName(field.Name))
        && fields.DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase).Count() == fields.Count;

    public static StructType ToColumnType(IReadOnlyList<InferredField> fields) =>
        new([.. fields.Select(field => new StructField(field.Name, field.Type.ToColumnType()))]);

    private static bool IsName(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
