using Slipstream.DagGen.Jinja.Syntax;

namespace Slipstream.DagGen.Jinja;

/// <summary>
/// The parts of a template that a run comes to. A branch behind <c>x is defined</c> is left out where it cannot be taken,
/// and so is whatever may be undefined without harm.
/// </summary>
internal sealed class LiveParts
{
    private readonly AirflowContext? _context;
    private readonly List<JinjaExpression> _found = [];

    private LiveParts(AirflowContext? context) => _context = context;

    /// <summary>What runs of a context come to.</summary>
    public static IReadOnlyList<JinjaExpression> Of(JinjaTemplate template, AirflowContext context) => Find(template, context);

    /// <summary>Every name that is looked up, in dead branches and tests too; not those that the template sets.</summary>
    public static IReadOnlyList<string> AllNames(JinjaTemplate template) =>
        [.. Find(template, null).OfType<JinjaName>().Select(name => name.Name).Distinct()];

    private static List<JinjaExpression> Find(JinjaTemplate template, AirflowContext? context)
    {
        var parts = new LiveParts(context);
        parts.Visit(template.Nodes, []);
        return parts._found;
    }

    private void Visit(IReadOnlyList<JinjaNode> nodes, HashSet<string> locals)
    {
        foreach (var node in nodes)
        {
            Visit(node, locals);
        }
    }

    private void Visit(JinjaNode node, HashSet<string> locals)
    {
        switch (node)
        {
            case JinjaOutput output:
                Visit(output.Expression, locals);
                break;
            case JinjaIf choice:
                VisitBranches(choice, locals);
                break;
            case JinjaFor loop:
                VisitLoop(loop, locals);
                break;
            case JinjaSet set:
                Visit(set.Value, locals);
                locals.UnionWith(set.Names);
                break;
            case JinjaSetBlock set:
                Visit(set.Body, [.. locals]);
                locals.Add(set.Name);
                break;
            default:
                break;
        }
    }

    private void VisitBranches(JinjaIf choice, HashSet<string> locals)
    {
        foreach (var branch in choice.Branches)
        {
            Visit(branch.Condition, locals);
            var truth = Truth(branch.Condition, locals);
            if (truth != false)
            {
                Visit(branch.Body, locals);
            }

            if (truth == true)
            {
                return;
            }
        }

        Visit(choice.Else, locals);
    }

    private void VisitLoop(JinjaFor loop, HashSet<string> locals)
    {
        Visit(loop.Items, locals);
        HashSet<string> inside = [.. locals, .. loop.Names, "loop"];
        if (loop.Condition is not null)
        {
            Visit(loop.Condition, inside);
        }

        Visit(loop.Body, inside);
        Visit(loop.Else, [.. locals]);
    }

    private void Visit(JinjaExpression expression, HashSet<string> locals)
    {
        switch (expression)
        {
            case JinjaName name when locals.Contains(name.Name):
                break;
            case JinjaConditional choice:
                VisitChoice(choice, locals);
                break;
            case JinjaBinary { Operator: "and" or "or" } both:
                Visit(both.Left, locals);
                if (Truth(both.Left, locals) != (both.Operator == "or"))
                {
                    Visit(both.Right, locals);
                }

                break;
            case JinjaTest { Name: "defined" or "undefined" } test:
                VisitTolerated(test.Target, locals);
                break;
            case JinjaFilter { Name: "default" or "d" } filter:
                VisitTolerated(filter.Target, locals);
                filter.Arguments.ToList().ForEach(argument => Visit(argument.Value, locals));
                break;
            default:
                _found.Add(expression);
                expression.Children.ToList().ForEach(child => Visit(child, locals));
                break;
        }
    }

    private void VisitChoice(JinjaConditional choice, HashSet<string> locals)
    {
        Visit(choice.Condition, locals);
        var truth = Truth(choice.Condition, locals);
        if (truth != false)
        {
            Visit(choice.Then, locals);
        }

        if (truth != true && choice.Else is not null)
        {
            Visit(choice.Else, locals);
        }
    }

    // Itself it may be undefined, but not what it is part of.
    private void VisitTolerated(JinjaExpression target, HashSet<string> locals)
    {
        switch (target)
        {
            case JinjaName when _context is not null:
                break;
            case JinjaAttribute or JinjaSubscript:
                target.Children.ToList().ForEach(child => Visit(child, locals));
                break;
            default:
                Visit(target, locals);
                break;
        }
    }

    // Null where it depends on the run.
    private bool? Truth(JinjaExpression expression, HashSet<string> locals) => expression switch
    {
        JinjaConstant constant => constant.Value ?? false,
        JinjaUnary { Operator: "not" } not => !Truth(not.Operand, locals),
        JinjaBinary { Operator: "and" } both => Truth(both.Left, locals) & Truth(both.Right, locals),
        JinjaBinary { Operator: "or" } either => Truth(either.Left, locals) | Truth(either.Right, locals),
        JinjaTest { Name: "defined", Target: JinjaName name } test => IsDefined(name.Name, locals) ^ test.IsNegated,
        JinjaTest { Name: "undefined", Target: JinjaName name } test => !IsDefined(name.Name, locals) ^ test.IsNegated,
        JinjaTest { Name: "none" } test => !_context?.Truth(test.Target) ^ test.IsNegated,
        _ => _context?.Truth(expression),
    };

    private bool? IsDefined(string name, HashSet<string> locals) => locals.Contains(name) ? true : _context?.Names.Contains(name);
}
