using Slipstream.Contracts;

namespace Slipstream.Stages.Extract.Sources;

/// <summary>The sources by name: a new one is a class beside this one and a line here.</summary>
internal static class RowSources
{
    private static readonly SortedDictionary<string, Func<SourceContext, IRowSource>> ByName = new(StringComparer.Ordinal)
    {
        ["postcodes-io"] = context => new PostcodesIoSource(context),
    };

    public static IRowSource Create(SourceContext context) => ByName.TryGetValue(context.Settings.Source, out var create)
        ? create(context)
        : throw StageException.SettingsWrong(
            $"SOURCE '{context.Settings.Source}' is not a source of this program. Set it to one of these: {string.Join(", ", ByName.Keys)}.");
}
