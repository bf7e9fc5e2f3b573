using System.Text;
using System.Text.Unicode;
using Slipstream.Rows.Json;
using Slipstream.Rows.Text;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Reading;

/// <summary>Checks blocks of JSON lines: quickly where it can, carefully where something is to be said.</summary>
internal sealed class JsonLineCheck : IBlockCheck
{
    private readonly QuickJson _quick;
    private readonly CarefulJson _careful;
    private readonly int _longestLine;

    public JsonLineCheck(TableRules rules, int longestLine)
    {
        Rows = new RowCheck(rules);
        _quick = new QuickJson(Rows.Cells.Names, Rows.Cells);
        _careful = new CarefulJson(Rows.Cells.Names, Rows.Cells, rules.HasHidden);
        _longestLine = longestLine;
    }

    public RowCheck Rows { get; }

    public void Check(Block block, PartResult part)
    {
        Rows.Begin(part, Ascii.IsValid(block.Text));
        if (block.OverlongLine is { } overlong)
        {
            ReportOverlong(part, overlong, "a longer one, which was passed over");
        }

        var isText = Utf8.IsValid(block.Text);
        var line = block.FirstLine;
        for (var at = SkipMark(block, part); at < block.Length; line++)
        {
            at = isText && _quick.TryRead(block.Buffer, at, out var end) && end - at - 1 <= _longestLine
                ? TakeRow(line, end, part)
                : CheckCarefully(block, at, line, part);
        }

        Rows.End();
    }

    public bool TryRead(Block block, long line)
    {
        var start = 0;
        for (var before = block.FirstLine; before < line; before++)
        {
            start += block.Text[start..].IndexOf((byte)'\n') + 1;
        }

        start = line == 1 ? SkipMark(block, new PartResult(0, 0)) : start;
        return _careful.TryRead(block.Buffer, start..(start + block.Text[start..].IndexOf((byte)'\n')), line, new Findings(0));
    }

    private int TakeRow(long line, int end, PartResult part)
    {
        ReportBlankBefore(part);
        Rows.Check(line);
        return end;
    }

    private int CheckCarefully(Block block, int start, long line, PartResult part)
    {
        var end = start + block.Text[start..].IndexOf((byte)'\n');
        var text = block.Text[start..end];
        if (Block.IsBlank(text))
        {
            NoteBlank(part, line);
            return end + 1;
        }

        ReportBlankBefore(part);
        if (text.Length > _longestLine)
        {
            ReportOverlong(part, line, $"{text.Length} bytes");
        }
        else if (_careful.TryRead(block.Buffer, start..end, line, part.Findings))
        {
            Rows.Check(line);
        }
        else
        {
            part.Rows++;
        }

        return end + 1;
    }

    private void ReportOverlong(PartResult part, long line, string found)
    {
        part.Rows++;
        part.Findings.Fail(Rule.LineLength, null, $"at most {_longestLine} bytes in a line", line, found);
    }

    private static int SkipMark(Block block, PartResult part)
    {
        var mark = Encoding.UTF8.Preamble;
        if (block.Number > 0 || !block.Text.StartsWith(mark))
        {
            return 0;
        }

        part.Findings.Fail(Rule.ByteOrderMark, null, "the first row at the very start", 1, "a byte order mark (EF BB BF) before it");
        return mark.Length;
    }

    private static void NoteBlank(PartResult part, long line)
    {
        if (part.Rows == 0)
        {
            part.LeadingBlank ??= line;
        }
        else
        {
            part.TrailingBlank ??= line;
        }
    }

    // A blank line is allowed at the end of an object only.
    private static void ReportBlankBefore(PartResult part)
    {
        if (part.TrailingBlank is { } blank)
        {
            part.TrailingBlank = null;
            part.ReportBlank(blank);
        }
    }
}
