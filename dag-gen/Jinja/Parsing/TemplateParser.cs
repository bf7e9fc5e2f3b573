using Slipstream.DagGen.Jinja.Syntax;

namespace Slipstream.DagGen.Jinja.Parsing;

/// <summary>Reads the templates that Airflow renders: output, <c>if</c>, <c>for</c>, <c>set</c>, <c>raw</c> and comments.</summary>
internal sealed class TemplateParser
{
    private readonly TokenStream _tokens;
    private readonly ExpressionParser _expressions;

    private TemplateParser(string source)
    {
        _tokens = new TokenStream(source);
        _expressions = new ExpressionParser(_tokens);
    }

    /// <summary>Whether a text holds anything that Jinja would take for its own.</summary>
    public static bool IsTemplate(string text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("{#", StringComparison.Ordinal);

    /// <exception cref="JinjaException">The text is no template: the message says where, and what to write.</exception>
    public static JinjaTemplate Parse(string source)
    {
        var parser = new TemplateParser(source);
        var nodes = parser.Body();
        return parser._tokens.Current.Kind == JinjaTokenKind.End
            ? new JinjaTemplate(nodes)
            : throw JinjaException.UnknownStatement(source, parser._tokens.Following);
    }

    // Up to the end, or to a statement that belongs to what is around it.
    private List<JinjaNode> Body(params string[] ends)
    {
        var nodes = new List<JinjaNode>();
        while (_tokens.Current.Kind != JinjaTokenKind.End && !IsAtStatement(ends))
        {
            var node = _tokens.Nested(Node);
            if (node is JinjaText text && nodes.LastOrDefault() is JinjaText before)
            {
                nodes[^1] = new JinjaText(before.Text + text.Text);
            }
            else
            {
                nodes.Add(node);
            }
        }

        return nodes;
    }

    private bool IsAtStatement(params string[] names) =>
        _tokens.Current.Is(JinjaTokenKind.Opening, "{%") && _tokens.Following.Is(JinjaTokenKind.Name, names);

    private JinjaNode Node()
    {
        var token = _tokens.Next();
        return token.Kind == JinjaTokenKind.Text ? new JinjaText(token.Text)
            : token.Text == "{{" ? Output()
            : Statement();
    }

    private JinjaOutput Output()
    {
        var expression = _expressions.ExpressionOrTuple();
        _tokens.Expect("}}");
        return new JinjaOutput(expression);
    }

    private JinjaNode Statement()
    {
        var word = _tokens.Current;
        return word.Kind != JinjaTokenKind.Name ? throw JinjaException.UnknownStatement(_tokens.Source, word) : _tokens.Next().Text switch
        {
            "if" => If(),
            "for" => For(),
            "set" => Set(),
            _ => throw JinjaException.UnknownStatement(_tokens.Source, word),
        };
    }

    private JinjaIf If()
    {
        var branches = new List<JinjaBranch> { Branch() };
        while (IsAtStatement("elif"))
        {
            SkipWords(2);
            branches.Add(Branch());
        }

        var otherwise = Else("endif");
        End("endif");
        return new JinjaIf(branches, otherwise);
    }

    private JinjaBranch Branch()
    {
        var condition = _expressions.Unconditional();
        _tokens.Expect("%}");
        return new JinjaBranch(condition, Body("elif", "else", "endif"));
    }

    private JinjaFor For()
    {
        var names = Names();
        _tokens.Expect("in");
        var items = _expressions.Unconditional();
        var condition = _tokens.SkipName("if") ? _expressions.Expression() : null;
        _tokens.SkipName("recursive");
        _tokens.Expect("%}");
        var body = Body("else", "endfor");
        var otherwise = Else("endfor");
        End("endfor");
        return new JinjaFor { Names = names, Items = items, Condition = condition, Body = body, Else = otherwise };
    }

    private JinjaNode Set()
    {
        var names = Names();
        if (_tokens.SkipOperator("="))
        {
            var value = _expressions.ExpressionOrTuple();
            _tokens.Expect("%}");
            return new JinjaSet(names, value);
        }

        if (names.Count > 1)
        {
            throw _tokens.Unexpected("'=' and the values");
        }

        _tokens.Expect("%}");
        var body = Body("endset");
        End("endset");
        return new JinjaSetBlock(names[0], body);
    }

    private List<string> Names()
    {
        var names = new List<string> { _tokens.ExpectName("the name to set").Text };
        while (_tokens.SkipOperator(","))
        {
            names.Add(_tokens.ExpectName("the name to set").Text);
        }

        return names;
    }

    private List<JinjaNode> Else(string end)
    {
        if (!IsAtStatement("else"))
        {
            return [];
        }

        SkipWords(2);
        _tokens.Expect("%}");
        return Body(end);
    }

    private void End(string name)
    {
        if (!IsAtStatement(name))
        {
            throw _tokens.Unexpected($"'{{% {name} %}}'");
        }

        SkipWords(2);
        _tokens.Expect("%}");
    }

    private void SkipWords(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _tokens.Next();
        }
    }
}
