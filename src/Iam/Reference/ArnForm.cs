using System.Text.RegularExpressions;

namespace Slipstream.Iam.Reference;

/// <summary>
/// The form of an ARN, and whether a pattern can take in an ARN of it. Region and account are left to the rules about them.
/// </summary>
internal sealed partial class ArnForm
{
    private const int Parts = 6;
    private const char Name = '\u0001';
    private const char Path = '\u0002';

    private readonly string _service;
    private readonly string _resource;

    public ArnForm(string form)
    {
        var parts = form.Split(':', Parts);
        _service = parts[2];
        // Names have no slash, so that an object is no bucket; what may have one says so.
        _resource = Placeholder().Replace(parts[5], match => $"{(HasSlashes(match.Value) ? Path : Name)}");
    }

    public bool Fits(string pattern)
    {
        var parts = pattern.Split(':', Parts);
        return pattern == "*" || (parts.Length == Parts && Evaluation.Glob.Matches(parts[2], _service) && Overlap(parts[5], 0, 0, []));
    }

    private static bool HasSlashes(string placeholder) =>
        placeholder is "${ObjectName}" or "${LogGroupName}" or "${LogStreamName}" or "${Alias}"
        || placeholder.Contains("Path", StringComparison.Ordinal);

    // Both sides have open places: is there a text that both take in?
    private bool Overlap(string pattern, int left, int right, Dictionary<(int, int), bool> known)
    {
        if (known.TryGetValue((left, right), out var answer))
        {
            return answer;
        }

        known[(left, right)] = false;
        return known[(left, right)] = Step(pattern, left, right, known);
    }

    private bool Step(string pattern, int left, int right, Dictionary<(int, int), bool> known)
    {
        if (left == pattern.Length && right == _resource.Length)
        {
            return true;
        }

        var open = right < _resource.Length && _resource[right] is Name or Path;
        if (left < pattern.Length && pattern[left] == '*')
        {
            return Overlap(pattern, left + 1, right, known) || (right < _resource.Length && Overlap(pattern, left, right + 1, known));
        }

        if (left == pattern.Length)
        {
            return false;
        }

        if (open)
        {
            // A placeholder holds one character of the pattern, and perhaps more.
            return (_resource[right] == Path || pattern[left] is not '/')
                && (Overlap(pattern, left + 1, right, known) || Overlap(pattern, left + 1, right + 1, known));
        }

        return right < _resource.Length && (pattern[left] == '?' || pattern[left] == _resource[right])
            && Overlap(pattern, left + 1, right + 1, known);
    }

    [GeneratedRegex(@"\$\{[^}]+\}")]
    private static partial Regex Placeholder();
}
