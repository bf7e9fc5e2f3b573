using Slipstream.Contracts;

namespace Slipstream.Catalog;

/// <summary>Does something with each of many, so that all that is wrong with them is said at once.</summary>
internal static class Gathered
{
    /// <exception cref="StageException">What is wrong with the settings or metadata of one or more, a line for each.</exception>
    public static List<TResult> Of<T, TResult>(IEnumerable<T> items, Func<T, TResult> work)
    {
        List<TResult> results = [];
        List<StageException> problems = [];
        foreach (var item in items)
        {
            try
            {
                results.Add(work(item));
            }
            catch (StageException exception) when (exception.ExitCode == ExitCode.SettingsWrong)
            {
                problems.Add(exception);
            }
        }

        return problems.Count == 0 ? results : throw StageException.SettingsWrong(string.Join('\n', problems.Select(problem => problem.Message)), problems[0]);
    }
}
