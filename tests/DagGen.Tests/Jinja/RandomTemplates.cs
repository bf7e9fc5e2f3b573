using FsCheck;
using FsCheck.Fluent;
using Slipstream.DagGen.Jinja.Syntax;

namespace Slipstream.DagGen.Tests.Jinja;

/// <summary>Random templates of every kind of node.</summary>
internal static class RandomTemplates
{
    private static readonly string[] Texts = ["", "it's", "\"", "\\", "}}", "{%", "\n", "é", "\U0001F680", "\0"];

    public static Gen<JinjaTemplate> All { get; } = from nodes in Nodes(2) select new JinjaTemplate(nodes);

    private static Gen<string> Names { get; } = Gen.Elements("ds", "params", "ti", "x", "y_1", "is_it");

    private static Gen<JinjaExpression> Leaves { get; } = Gen.OneOf(
        Names.Select(name => (JinjaExpression)new JinjaName(name)),
        Gen.Elements(Texts).Select(text => (JinjaExpression)new JinjaString(text)),
        Gen.Elements("0", "12", "1.5", "1e3", "0x1f").Select(digits => (JinjaExpression)new JinjaNumber(digits)),
        Gen.Elements<bool?>(true, false, null).Select(value => (JinjaExpression)new JinjaConstant(value)));

    private static Gen<JinjaExpression> Expressions(int depth) => depth == 0 ? Leaves : Gen.OneOf(
        Leaves,
        Items(depth).Select(items => (JinjaExpression)new JinjaList(items)),
        Items(depth).Select(items => (JinjaExpression)new JinjaTuple(items)),
        Pair(depth, (key, value) => new JinjaDict([new JinjaEntry(key, value), new JinjaEntry(value, key)])),
        from target in Expressions(depth - 1) from name in Names select (JinjaExpression)new JinjaAttribute(target, name),
        Pair(depth, (target, index) => new JinjaSubscript(target, index)),
        Pair(depth, (target, index) => new JinjaSubscript(target, new JinjaSlice(index, null, index))),
        from target in Expressions(depth - 1) from arguments in Arguments(depth) select (JinjaExpression)new JinjaCall(target, arguments),
        from target in Expressions(depth - 1)
        from name in Gen.Elements("ds", "default", "join")
        from arguments in Arguments(depth)
        select (JinjaExpression)new JinjaFilter(target, name, arguments),
        from target in Expressions(depth - 1)
        from name in Gen.Elements("defined", "none", "divisibleby")
        from isNegated in Gen.Elements(true, false)
        from arguments in Arguments(depth)
        select (JinjaExpression)new JinjaTest(target, name, isNegated, arguments),
        from sign in Gen.Elements("-", "+", "not") from operand in Expressions(depth - 1) select (JinjaExpression)new JinjaUnary(sign, operand),
        from sign in Gen.Elements("+", "-", "*", "/", "//", "%", "**", "~", "and", "or")
        from both in Pair(depth, (left, right) => new JinjaBinary(sign, left, right))
        select both,
        from sign in Gen.Elements("==", "!=", "<", "<=", ">", ">=", "in", "not in")
        from both in Pair(depth, (left, right) => new JinjaComparison(left, [new JinjaComparand(sign, right), new JinjaComparand("<", left)]))
        select both,
        Pair(depth, (then, condition) => new JinjaConditional(then, condition, null)),
        Pair(depth, (then, condition) => new JinjaConditional(then, condition, then)));

    private static Gen<JinjaExpression> Pair(int depth, Func<JinjaExpression, JinjaExpression, JinjaExpression> make) =>
        from first in Expressions(depth - 1) from second in Expressions(depth - 1) select make(first, second);

    private static Gen<IReadOnlyList<JinjaExpression>> Items(int depth) =>
        from count in Gen.Choose(0, 3)
        from items in Expressions(depth - 1).ListOf(count)
        select (IReadOnlyList<JinjaExpression>)[.. items];

    private static Gen<IReadOnlyList<JinjaArgument>> Arguments(int depth) =>
        from items in Items(depth)
        from keyword in Gen.Elements(null, "task_ids")
        select (IReadOnlyList<JinjaArgument>)[.. items.Select((item, place) => new JinjaArgument(place == items.Count - 1 ? keyword : null, item))];

    // Text never follows text: the parser makes one of both.
    private static Gen<IReadOnlyList<JinjaNode>> Nodes(int depth) =>
        from text in Gen.Elements("a", " b\n", "{ c }}", "{{ ds }}", "{")
        from tags in Tags(depth).ListOf(2)
        select (IReadOnlyList<JinjaNode>)[tags[0], new JinjaText(text), tags[1]];

    private static Gen<JinjaNode> Tags(int depth)
    {
        var outputs = Expressions(3).Select(expression => (JinjaNode)new JinjaOutput(expression));
        return depth == 0 ? outputs : Gen.OneOf(
            outputs,
            from condition in Expressions(2)
            from body in Nodes(depth - 1)
            from otherwise in Nodes(depth - 1)
            select (JinjaNode)new JinjaIf([new JinjaBranch(condition, body), new JinjaBranch(condition, [])], otherwise),
            from items in Expressions(2)
            from body in Nodes(depth - 1)
            from condition in Gen.Elements(null, new JinjaName("x"))
            select (JinjaNode)new JinjaFor { Names = ["x", "y"], Items = items, Condition = condition, Body = body, Else = [] },
            Expressions(2).Select(value => (JinjaNode)new JinjaSet(["x", "y"], value)),
            Nodes(depth - 1).Select(body => (JinjaNode)new JinjaSetBlock("x", body)));
    }
}
