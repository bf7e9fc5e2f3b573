using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Tests.Python;

public sealed class PythonWriterTests
{
    [Fact]
    public void What_fits_stands_in_one_line() =>
        Assert.Equal("x = f(1, y=[\"a\"])\n", Write(Assign(new PyCall("f", PyItem.Positional(new PyNumber(1)), PyItem.Keyword("y", PyList.OfStrings(["a"]))))));

    [Theory]
    [InlineData(94, "x = [\"{0}\"]\n")]
    [InlineData(93, "x = [\"{0}\"]\n")]
    public void A_line_of_a_hundred_characters_fits_and_a_longer_one_does_not(int length, string form)
    {
        var text = new string('a', length - 2);
        var fits = form.Length - 4 + text.Length <= PythonWriter.LineLength;

        Assert.Equal(
            fits ? form.Replace("{0}", text, StringComparison.Ordinal) : $"x = [\n    \"{text}\",\n]\n",
            Write(Assign(PyList.OfStrings([text]))));
    }

    [Fact]
    public void What_must_be_exploded_explodes_all_around_it()
    {
        var inner = PyList.OfStrings(["a"]) with { IsExploded = true };

        Assert.Equal("x = f(\n    [\n        \"a\",\n    ],\n)\n", Write(Assign(new PyCall("f", PyItem.Positional(inner)))));
    }

    [Fact]
    public void A_long_text_goes_between_parentheses() =>
        Assert.Equal($"long_name = (\n    \"{new string('a', 94)}\"\n)\n", Write(new PyAssign(new PyName("long_name"), new PyString(new string('a', 94)))));

    [Fact]
    public void A_longer_text_is_cut_behind_line_breaks_and_spaces()
    {
        var word = new string('a', 60);

        Assert.Equal(
            $"x = (\n    \"{word}\\n\"\n    \"{word} \"\n    \"{word}\"\n)\n",
            Write(Assign(new PyString($"{word}\n{word} {word}"))));
    }

    [Fact]
    public void A_text_that_cannot_be_cut_stays() =>
        Assert.Equal($"x = \"{new string('a', 120)}\"\n", Write(Assign(new PyString(new string('a', 120)))));

    [Fact]
    public void Braces_of_a_formatted_text_are_doubled() =>
        Assert.Equal("x = f\"{{{name}}}\"\n", Write(Assign(new PyFormat(new PyString("{"), new PyName("name"), new PyString("}")))));

    [Fact]
    public void Comments_hold_no_data() =>
        Assert.Throws<ArgumentException>(() => Write(new PyComment("one\nimport os")));

    private static PyAssign Assign(PyExpression value) => new(new PyName("x"), value);

    private static string Write(PyStatement statement)
    {
        using var writer = new StringWriter { NewLine = "\r\n" };
        new PythonWriter(writer).Write([statement]);
        return writer.ToString();
    }
}
