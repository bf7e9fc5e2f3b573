using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>Gathers what is wrong with one file, so that all of it is reported at once.</summary>
internal sealed class FileProblems(string file)
{
    private readonly List<Problem> _problems = [];

    public string File => file;

    public bool Any => _problems.Count > 0;

    /// <summary>In the order in which they stand in the file.</summary>
    public IEnumerable<Problem> InOrder => _problems.OrderBy(problem => problem.Position.Line).ThenBy(problem => problem.Position.Column);

    public void Add(Position position, string path, string message) => _problems.Add(new Problem(file, position, path, message));

    public void Add(LocatedJson value, string message) => Add(value.Position, value.Path, message);
}
