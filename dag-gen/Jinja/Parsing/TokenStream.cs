namespace Slipstream.DagGen.Jinja.Parsing;

/// <summary>Tokens, read one after the other.</summary>
internal sealed class TokenStream(string source)
{
    private const int Deepest = 100;

    private readonly IReadOnlyList<JinjaToken> _tokens = TemplateLexer.Read(source);
    private int _at;
    private int _depth;

    public string Source => source;

    public JinjaToken Current => _tokens[_at];

    public JinjaToken Following => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    public JinjaToken Next() => _tokens[_at < _tokens.Count - 1 ? _at++ : _at];

    public bool IsOperator(params ReadOnlySpan<string> texts) => Current.Is(JinjaTokenKind.Operator, texts);

    public bool IsName(params ReadOnlySpan<string> texts) => Current.Is(JinjaTokenKind.Name, texts);

    public bool SkipOperator(string text) => Skip(IsOperator(text));

    public bool SkipName(string text) => Skip(IsName(text));

    public JinjaToken ExpectName(string wanted) => Expect(Current.Kind == JinjaTokenKind.Name, wanted);

    public JinjaToken Expect(string text) => Expect(Current.Kind is not (JinjaTokenKind.String or JinjaTokenKind.Text) && Current.Text == text, $"'{text}'");

    /// <summary>Parses something that may hold itself. Beyond a depth that no person writes the stack would end first.</summary>
    public T Nested<T>(Func<T> parse)
    {
        if (++_depth > Deepest)
        {
            throw JinjaException.TooDeep(source, Current.Position, Deepest);
        }

        var result = parse();
        _depth--;
        return result;
    }

    public JinjaException Unexpected(string wanted) => JinjaException.Unexpected(source, Current, wanted);

    private JinjaToken Expect(bool isMet, string wanted) => isMet ? Next() : throw Unexpected(wanted);

    private bool Skip(bool isMet)
    {
        if (isMet)
        {
            _at++;
        }

        return isMet;
    }
}
