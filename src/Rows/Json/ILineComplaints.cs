namespace Slipstream.Rows.Json;

/// <summary>Hears what is wrong with lines.</summary>
public interface ILineComplaints
{
    /// <summary>Something is wrong with a line.</summary>
    /// <param name="fault">What kind of thing.</param>
    /// <param name="column">The column; null where the whole line is meant.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="line">Its number, from 1.</param>
    /// <param name="found">What is there.</param>
    void Complain(LineFault fault, string? column, string expected, long line, string found);
}
