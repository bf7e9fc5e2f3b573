using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Patching;

/// <summary>A column that data have and metadata do not.</summary>
/// <param name="Name">As the data have it; what cannot be a column's name is left out of the file.</param>
/// <param name="Type">What was inferred from its values.</param>
/// <param name="Description">What is known of it, such as where it was first seen; one line, at most 255 characters are kept.</param>
public sealed record NewColumn(string Name, ColumnType Type, string Description);
