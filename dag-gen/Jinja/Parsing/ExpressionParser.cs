using Slipstream.DagGen.Jinja.Syntax;

namespace Slipstream.DagGen.Jinja.Parsing;

/// <summary>Operators, from those that bind least to those that bind most.</summary>
internal sealed class ExpressionParser
{
    private readonly TokenStream _tokens;
    private readonly OperandParser _operands;

    public ExpressionParser(TokenStream tokens)
    {
        _tokens = tokens;
        _operands = new OperandParser(tokens, this);
    }

    /// <summary>An expression without a comma.</summary>
    public JinjaExpression Expression() => _tokens.Nested(Conditional);

    /// <summary>An expression that no <c>if</c> follows: there the <c>if</c> is the statement's.</summary>
    public JinjaExpression Unconditional() => Tuple(Or);

    /// <summary>An expression, or several that make a tuple.</summary>
    public JinjaExpression ExpressionOrTuple() => Tuple(Expression);

    public JinjaExpression Unary() => _tokens.Nested(() => _operands.Filtered(Signed()));

    private JinjaExpression Tuple(Func<JinjaExpression> item)
    {
        var items = new List<JinjaExpression> { item() };
        var isTuple = _tokens.IsOperator(",");
        while (_tokens.SkipOperator(",") && _tokens.Current.Kind != JinjaTokenKind.Closing && !_tokens.IsOperator(")"))
        {
            items.Add(item());
        }

        return isTuple ? new JinjaTuple(items) : items[0];
    }

    private JinjaExpression Conditional()
    {
        var expression = Or();
        while (_tokens.SkipName("if"))
        {
            var condition = Or();
            expression = new JinjaConditional(expression, condition, _tokens.SkipName("else") ? Expression() : null);
        }

        return expression;
    }

    private JinjaExpression Or()
    {
        var left = And();
        while (_tokens.SkipName("or"))
        {
            left = new JinjaBinary("or", left, And());
        }

        return left;
    }

    private JinjaExpression And()
    {
        var left = Not();
        while (_tokens.SkipName("and"))
        {
            left = new JinjaBinary("and", left, Not());
        }

        return left;
    }

    private JinjaExpression Not() => _tokens.SkipName("not") ? new JinjaUnary("not", _tokens.Nested(Not)) : Comparison();

    private JinjaExpression Comparison()
    {
        var first = Sum();
        var others = new List<JinjaComparand>();
        while (ComparisonOperator() is { } comparison)
        {
            others.Add(new JinjaComparand(comparison, Sum()));
        }

        return others.Count == 0 ? first : new JinjaComparison(first, others);
    }

    private string? ComparisonOperator()
    {
        if (_tokens.IsOperator("==", "!=", "<", "<=", ">", ">=") || _tokens.IsName("in"))
        {
            return _tokens.Next().Text;
        }

        if (_tokens.IsName("not") && _tokens.Following.Is(JinjaTokenKind.Name, "in"))
        {
            _tokens.Next();
            _tokens.Next();
            return "not in";
        }

        return null;
    }

    private JinjaExpression Sum() => Binary(Concatenation, "+", "-");

    private JinjaExpression Concatenation() => Binary(Product, "~");

    private JinjaExpression Product() => Binary(Power, "*", "/", "//", "%");

    // Unlike Python's, Jinja's powers go from left to right.
    private JinjaExpression Power() => Binary(Unary, "**");

    private JinjaExpression Binary(Func<JinjaExpression> operand, params string[] operators)
    {
        var left = operand();
        while (_tokens.IsOperator(operators))
        {
            left = new JinjaBinary(_tokens.Next().Text, left, operand());
        }

        return left;
    }

    // A sign binds more than a filter: -1 | abs is 1.
    private JinjaExpression Signed() => _tokens.IsOperator("-", "+")
        ? new JinjaUnary(_tokens.Next().Text, _tokens.Nested(Signed))
        : _operands.Operand();
}
