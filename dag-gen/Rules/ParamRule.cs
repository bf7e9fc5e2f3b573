using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>A scheduled run has nobody to ask, and a template can only read a parameter whose name is a word of its own.</summary>
internal sealed class ParamRule : IRule
{
    // What params.name means already, before any parameter.
    private static readonly string[] Methods =
        ["clear", "copy", "deep_merge", "dump", "get", "get_param", "items", "keys", "pop", "popitem", "setdefault", "update", "validate", "values"];

    public string Code => "DG11";

    public IEnumerable<Breach> Check(Dag dag) =>
    [
        .. dag.Params.SelectMany(Name),
        .. dag.Params.GroupBy(param => param.Name).Where(group => group.Count() > 1).Select(twins =>
            new Breach($"Params['{twins.Key}']", $"{twins.Count()} parameters are called '{twins.Key}'. Give each its own name.")),
        .. dag.Params.SelectMany(ParamSchema.Check),
        .. dag.Schedule is ManualSchedule ? [] : dag.Params.Where(param => param.Default is null).Select(NoDefault),
    ];

    private static IEnumerable<Breach> Name(DagParam param)
    {
        if (!Grammar.IsVariable(param.Name) || param.Name.StartsWith("__", StringComparison.Ordinal))
        {
            yield return new Breach(
                $"Params['{param.Name}'].Name", $"No template can read 'params.{param.Name}'. Use letters, digits and underscores, and begin with a letter.");
        }

        if (Methods.Contains(param.Name))
        {
            yield return new Breach($"Params['{param.Name}'].Name", $"'params.{param.Name}' is a function of Airflow's. Choose another name.");
        }
    }

    private static Breach NoDefault(DagParam param) => new(
        $"Params['{param.Name}'].Default", $"The schedule starts runs without asking for '{param.Name}'. Give it a default, or let people start the pipeline by hand.");
}
