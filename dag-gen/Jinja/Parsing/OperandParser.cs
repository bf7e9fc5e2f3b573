using Slipstream.DagGen.Jinja.Syntax;

namespace Slipstream.DagGen.Jinja.Parsing;

/// <summary>Names, literals and brackets, and what may follow them.</summary>
internal sealed class OperandParser(TokenStream tokens, ExpressionParser expressions)
{
    /// <summary>An operand with its attributes, items and calls.</summary>
    public JinjaExpression Operand() => Followed(Primary());

    /// <summary>What is filtered or tested, and again.</summary>
    public JinjaExpression Filtered(JinjaExpression target)
    {
        while (true)
        {
            if (tokens.SkipOperator("|"))
            {
                target = new JinjaFilter(target, Word("filter", KnownWords.Filters), OptionalArguments());
            }
            else if (tokens.SkipName("is"))
            {
                target = Test(target);
            }
            else if (tokens.IsOperator("("))
            {
                target = new JinjaCall(target, Arguments());
            }
            else
            {
                return target;
            }
        }
    }

    private JinjaExpression Primary()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case JinjaTokenKind.Name:
                return NameOrConstant(tokens.Next().Text);
            case JinjaTokenKind.String:
                return Strings();
            case JinjaTokenKind.Number:
                return new JinjaNumber(tokens.Next().Text);
            case JinjaTokenKind.Operator when token.Text == "(":
                return Bracketed();
            case JinjaTokenKind.Operator when token.Text == "[":
                tokens.Next();
                return new JinjaList(Items("]", expressions.Expression));
            case JinjaTokenKind.Operator when token.Text == "{":
                tokens.Next();
                return new JinjaDict(Items("}", Entry));
            default:
                throw tokens.Unexpected("a name, a text, a number or a bracket");
        }
    }

    private static JinjaExpression NameOrConstant(string name) => name switch
    {
        "true" or "True" => new JinjaConstant(true),
        "false" or "False" => new JinjaConstant(false),
        "none" or "None" => new JinjaConstant(null),
        _ => new JinjaName(name),
    };

    private JinjaString Strings()
    {
        var text = tokens.Next().Text;
        while (tokens.Current.Kind == JinjaTokenKind.String)
        {
            text += tokens.Next().Text;
        }

        return new JinjaString(text);
    }

    private JinjaExpression Bracketed()
    {
        tokens.Next();
        var inner = tokens.IsOperator(")") ? new JinjaTuple([]) : expressions.ExpressionOrTuple();
        tokens.Expect(")");
        return inner;
    }

    private JinjaEntry Entry()
    {
        var key = expressions.Expression();
        tokens.Expect(":");
        return new JinjaEntry(key, expressions.Expression());
    }

    private List<T> Items<T>(string closing, Func<T> item)
    {
        var items = new List<T>();
        while (!tokens.IsOperator(closing))
        {
            items.Add(item());
            if (!tokens.SkipOperator(","))
            {
                break;
            }
        }

        tokens.Expect(closing);
        return items;
    }

    private JinjaExpression Followed(JinjaExpression target)
    {
        while (true)
        {
            if (tokens.SkipOperator("."))
            {
                target = Attribute(target);
            }
            else if (tokens.SkipOperator("["))
            {
                target = new JinjaSubscript(target, Index());
                tokens.Expect("]");
            }
            else if (tokens.IsOperator("("))
            {
                target = new JinjaCall(target, Arguments());
            }
            else
            {
                return target;
            }
        }
    }

    private JinjaExpression Attribute(JinjaExpression target) => tokens.Current.Kind == JinjaTokenKind.Number
        ? new JinjaSubscript(target, new JinjaNumber(tokens.Next().Text))
        : new JinjaAttribute(target, tokens.ExpectName("the name of an attribute").Text);

    private JinjaExpression Index()
    {
        var start = tokens.IsOperator(":") ? null : expressions.ExpressionOrTuple();
        if (!tokens.SkipOperator(":"))
        {
            return start!;
        }

        var stop = tokens.IsOperator(":", "]") ? null : expressions.Expression();
        var step = tokens.SkipOperator(":") && !tokens.IsOperator("]") ? expressions.Expression() : null;
        return new JinjaSlice(start, stop, step);
    }

    private JinjaTest Test(JinjaExpression target)
    {
        var isNegated = tokens.SkipName("not");
        var name = Word("test", KnownWords.Tests);
        if (tokens.IsName("is"))
        {
            throw tokens.Unexpected("'and' between two tests");
        }

        return new JinjaTest(target, name, isNegated, tokens.IsOperator("(") ? Arguments() : HasBareArgument() ? [new JinjaArgument(null, Operand())] : []);
    }

    private bool HasBareArgument() => tokens.Current.Kind switch
    {
        JinjaTokenKind.Name => !tokens.IsName("else", "or", "and"),
        JinjaTokenKind.String or JinjaTokenKind.Number => true,
        _ => tokens.IsOperator("[", "{"),
    };

    private string Word(string kind, IReadOnlySet<string> known)
    {
        var token = tokens.ExpectName($"the name of a {kind}");
        return known.Contains(token.Text)
            ? token.Text
            : throw JinjaException.UnknownWord(tokens.Source, token, kind, NearestWord.To(token.Text, known));
    }

    private List<JinjaArgument> OptionalArguments() => tokens.IsOperator("(") ? Arguments() : [];

    private List<JinjaArgument> Arguments()
    {
        tokens.Expect("(");
        var hasKeyword = false;
        return Items(")", () =>
        {
            var argument = Argument(hasKeyword);
            hasKeyword = argument.Keyword is not null;
            return argument;
        });
    }

    private JinjaArgument Argument(bool needsKeyword)
    {
        if (tokens.Current.Kind == JinjaTokenKind.Name && tokens.Following.Is(JinjaTokenKind.Operator, "="))
        {
            var keyword = tokens.Next().Text;
            tokens.Next();
            return new JinjaArgument(keyword, expressions.Expression());
        }

        return needsKeyword ? throw tokens.Unexpected("another 'name=value', or move it before the first") : new JinjaArgument(null, expressions.Expression());
    }
}
