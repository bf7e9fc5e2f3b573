namespace Slipstream.DagGen.Python;

/// <summary>
/// Writes statements as black leaves them at a line length of 100: what fits stands in one line; what does not is
/// exploded, one item to a line with a comma behind the last, which black keeps.
/// </summary>
internal sealed class PythonWriter(TextWriter writer)
{
    public const int LineLength = 100;
    private const int IndentSize = 4;

    private int _indent;
    private bool _isBlankDue;

    public void Write(IEnumerable<PyStatement> statements)
    {
        foreach (var statement in statements)
        {
            Write(statement);
        }
    }

    private void Write(PyStatement statement)
    {
        switch (statement)
        {
            case PyBlankLine:
                // Written before the next line: a file does not end with one.
                _isBlankDue = true;
                break;
            case PyComment comment:
                Line($"# {RequirePlain(comment.Text)}");
                break;
            case PyDocstring docstring:
                Line($"\"\"\"{RequirePlain(docstring.Text)}\"\"\"");
                break;
            case PyImport import:
                Line($"import {import.Module}");
                break;
            case PyFromImport import:
                Line($"from {import.Module} import {string.Join(", ", import.Names)}");
                break;
            case PyTryImport import:
                Write(import);
                break;
            case PyAssign assign:
                Lay($"{FlatText.Of(assign.Target)}{Annotation(assign)} = ", assign.Value, string.Empty);
                break;
            case PyWith with:
                Lay("with ", with.Context, with.Alias is { } alias ? $" as {alias}:" : ":");
                Block(with.Body);
                break;
            case PyEvaluate evaluate:
                Lay(string.Empty, evaluate.Expression, string.Empty);
                break;
            default:
                throw new InvalidOperationException($"No text is known for '{statement.GetType().Name}'.");
        }
    }

    private void Write(PyTryImport import)
    {
        Line("try:");
        Block(import.Body);
        Line($"except ImportError:  # {RequirePlain(import.Comment)}");
        Block(import.Fallback);
    }

    private void Lay(string prefix, PyExpression expression, string suffix)
    {
        var flat = FlatText.Of(expression);
        switch (expression)
        {
            case PyBracketed bracketed when bracketed.Items.Count > 0 && (bracketed.MustExplode || !Fits(prefix + flat + suffix)):
                Explode(prefix, bracketed, suffix);
                break;
            case PyOperation operation when !Fits(prefix + flat + suffix):
                Explode(prefix, operation, suffix);
                break;
            case PyShift shift when !Fits(prefix + flat + suffix):
                Explode(prefix, new PyOperation(">>", shift.Left, shift.Right), suffix);
                break;
            case PyString or PyFormat when prefix.Length > 0 && !Fits(prefix + flat + suffix):
                Wrap(prefix, expression, suffix);
                break;
            default:
                Line(prefix + flat + suffix);
                break;
        }
    }

    private void Explode(string prefix, PyBracketed bracketed, string suffix)
    {
        Line(prefix + bracketed.Open);
        Indented(() =>
        {
            foreach (var item in bracketed.Items)
            {
                Lay(item.Prefix, item.Value, ",");
            }
        });
        Line(bracketed.Close + suffix);
    }

    private void Explode(string prefix, PyOperation operation, string suffix)
    {
        Line(prefix + "(");
        Indented(() =>
        {
            Lay(string.Empty, operation.Operands[0], string.Empty);
            foreach (var operand in operation.Operands.Skip(1))
            {
                Lay($"{operation.Operator} ", operand, string.Empty);
            }
        });
        Line(")" + suffix);
    }

    // A long text goes between parentheses: whole if that makes it fit, or else in pieces. What cannot be cut stays, as black would leave it.
    private void Wrap(string prefix, PyExpression text, string suffix)
    {
        var literals = LiteralsOf(text);
        if (literals is [var whole] && !FitsIndented(whole))
        {
            Line(prefix + whole + suffix);
            return;
        }

        Line(prefix + "(");
        Indented(() =>
        {
            foreach (var literal in literals)
            {
                Line(literal);
            }
        });
        Line(")" + suffix);
    }

    private IReadOnlyList<string> LiteralsOf(PyExpression text)
    {
        var whole = FlatText.Of(text);
        return text is PyString { Value: var value } && !FitsIndented(whole)
            ? [.. TextPieces.Of(value, LineLength - _indent - IndentSize).Select(StringLiteral.Of)]
            : [whole];
    }

    private void Block(IReadOnlyList<PyStatement> statements) => Indented(() => Write(statements));

    private void Indented(Action write)
    {
        _indent += IndentSize;
        write();
        _indent -= IndentSize;
    }

    private bool Fits(string line) => _indent + line.Length <= LineLength;

    private bool FitsIndented(string line) => _indent + IndentSize + line.Length <= LineLength;

    private void Line(string text)
    {
        writer.Write($"{(_isBlankDue ? "\n" : string.Empty)}{new string(' ', _indent)}{text}\n");
        _isBlankDue = false;
    }

    private static string Annotation(PyAssign assign) => assign.Annotation is { } annotation ? $": {annotation}" : string.Empty;

    private static string RequirePlain(string text) => text.All(c => c is >= ' ' and <= '~' and not '"' and not '\\')
        ? text
        : throw new ArgumentException($"'{text}' does not fit into a comment or docstring. Put data into string literals.");
}
