namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>A form that values of a column have: 'A' stands for an upper-case letter, 'a' for any other, '9' for a digit; the rest stands for itself.</summary>
/// <param name="Shape">Such as <c>AA9 9AA</c>; runs of more than eight are shortened.</param>
/// <param name="Share">Of the values that are not null, from 0 to 1.</param>
internal sealed record ShapeShare(string Shape, double Share);
