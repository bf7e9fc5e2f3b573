using System.Globalization;
using Slipstream.Contracts;
using Slipstream.Rows;
using Slipstream.Rows.Json;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>What an extract may do wrong that test-extract has let pass, under other metadata or never asked: each ends the run.</summary>
internal sealed class RawFailures(RawTable table, RawFile file) : ILineComplaints
{
    public void Complain(LineFault fault, string? column, string expected, long line, string found) =>
        throw Of(line, column, $"{expected} is expected, and there is: {found}");

    /// <summary>A value that is not of its column's type.</summary>
    public StageException NoValue(RawColumn column, CellKind kind, ReadOnlySpan<byte> text, long line) =>
        Of(line, column.Name, $"{(column.IsHidden ? Shown.Hidden(text) : Shown.Of(kind, text))} is no {column.Type}");

    /// <summary>A line that is no row.</summary>
    public StageException Of(long line, string? column, string what) => StageException.DataFailed(string.Create(
        CultureInfo.InvariantCulture,
        $"'{file.Location}', line {line}{(column is null ? string.Empty : $", column '{column}'")}: {what}. Correct '{table.Metadata.File}', if it has changed since test-extract read the object; or take the object out of history."));

    /// <summary>A file that cannot be read to its end.</summary>
    public StageException Unreadable(InvalidDataException cause) => StageException.DataFailed(
        $"'{file.Location}' cannot be read to its end: {cause.Message}. Take it out of history, or bring it back from where it came.", cause);
}
