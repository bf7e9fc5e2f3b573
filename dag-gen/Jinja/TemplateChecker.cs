using Slipstream.DagGen.Jinja.Parsing;
using Slipstream.DagGen.Jinja.Syntax;

namespace Slipstream.DagGen.Jinja;

/// <summary>Says what Airflow would find wrong with a template, but only when the task runs.</summary>
internal static class TemplateChecker
{
    private const string SafeDate = "(data_interval_end if data_interval_end is defined else dag_run.run_after) | ds";

    private static readonly string[] MappingMethods = ["get", "keys", "values", "items"];

    public static IReadOnlyList<TemplateFinding> Check(string text, TemplateSite site)
    {
        JinjaTemplate template;
        try
        {
            template = TemplateParser.Parse(text);
        }
        catch (JinjaException exception)
        {
            return [new TemplateFinding(exception.Message)];
        }

        return
        [
            .. new[] { UnknownNames(template, site), Deprecated(template, site) }
                .Concat(site.Contexts.Select(context => InContext(LiveParts.Of(template, context), context, site)))
                .SelectMany(findings => findings)
                .Distinct(),
        ];
    }

    private static IEnumerable<TemplateFinding> UnknownNames(JinjaTemplate template, TemplateSite site)
    {
        HashSet<string> known =
            [.. AirflowNames.Always, .. AirflowNames.Dated, .. AirflowNames.NewInThree, .. AirflowNames.Removed.Keys, .. site.MoreNames];
        return from name in LiveParts.AllNames(template)
               where !known.Contains(name)
               let nearest = NearestWord.To(name, known.Except(AirflowNames.Removed.Keys))
               select new TemplateFinding(
                   $"No run defines '{name}'. {(nearest is null ? "Use a name of Airflow's templates, or put a text between quotes." : $"Did you mean '{nearest}'?")}");
    }

    private static IEnumerable<TemplateFinding> Deprecated(JinjaTemplate template, TemplateSite site) =>
        from name in LiveParts.AllNames(template)
        where site.Contexts.All(context => context.Release == 2) && AirflowNames.Removed.ContainsKey(name)
        select new TemplateFinding($"'{name}' is gone in Airflow 3. Use {AirflowNames.Removed[name]}.", IsWarning: true);

    private static IEnumerable<TemplateFinding> InContext(IReadOnlyList<JinjaExpression> parts, AirflowContext context, TemplateSite site) =>
    [
        .. parts.OfType<JinjaName>().Select(name => Name(name.Name, context, site)).OfType<TemplateFinding>(),
        .. parts.OfType<JinjaAttribute>().SelectMany(attribute => Attribute(attribute, context)),
        .. Params(parts, site),
        .. parts.Select(XComPull.Of).OfType<XComPull>().Select(site.Judge).OfType<TemplateFinding>(),
    ];

    private static TemplateFinding? Name(string name, AirflowContext context, TemplateSite site)
    {
        if (context.Names.Contains(name) || site.MoreNames.Contains(name))
        {
            return null;
        }

        return AirflowNames.Removed.TryGetValue(name, out var replacement)
            ? new TemplateFinding($"Airflow 3 has no '{name}'. Use {replacement}.")
            : AirflowNames.Dated.Contains(name)
                ? new TemplateFinding(
                    $"A run that new data start has no logical date in Airflow 3, and so no '{name}'. Write '{SafeDate}', or '{name} if {name} is defined else …'.")
            : AirflowNames.NewInThree.Contains(name)
                ? new TemplateFinding($"Airflow {context.Release} has no '{name}'. Generate for airflow-3 only, or ask whether '{name} is defined'.")
            : null;
    }

    private static IEnumerable<TemplateFinding> Attribute(JinjaAttribute attribute, AirflowContext context)
    {
        if (attribute.Target is not JinjaName target)
        {
            yield break;
        }

        var path = $"{target.Name}.{attribute.Name}";
        foreach (var known in AirflowNames.Attributes.Where(known => known.Path == path && known.OnlyIn != context.Release))
        {
            yield return new TemplateFinding($"Airflow {context.Release} has no '{path}'. {known.Advice}.");
        }

        if (target.Name == "var" && attribute.Name is not ("value" or "json"))
        {
            yield return new TemplateFinding($"'{path}' is no variable of Airflow's. Write 'var.value.{attribute.Name}'.");
        }
    }

    private static IEnumerable<TemplateFinding> Params(IReadOnlyList<JinjaExpression> parts, TemplateSite site) =>
        from name in parts.Select(part => ParamOf(part, parts)).OfType<string>()
        where !site.Params.Contains(name)
        let nearest = NearestWord.To(name, site.Params)
        select new TemplateFinding(
            $"The pipeline has no parameter '{name}'. {(nearest is null ? "Declare it in Params." : $"Did you mean '{nearest}'? If not, declare it in Params.")}");

    private static string? ParamOf(JinjaExpression part, IReadOnlyList<JinjaExpression> parts) => part switch
    {
        JinjaAttribute { Target: JinjaName { Name: "params" } } attribute when !IsMethod(attribute, parts) => attribute.Name,
        JinjaSubscript { Target: JinjaName { Name: "params" }, Index: JinjaString index } => index.Value,
        JinjaCall { Target: JinjaAttribute { Target: JinjaName { Name: "params" }, Name: "get" }, Arguments: [{ Value: JinjaString name }, ..] } => name.Value,
        _ => null,
    };

    private static bool IsMethod(JinjaAttribute attribute, IReadOnlyList<JinjaExpression> parts) =>
        MappingMethods.Contains(attribute.Name) && parts.OfType<JinjaCall>().Any(call => call.Target == attribute);
}
