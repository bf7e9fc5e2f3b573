namespace Slipstream.DagGen.Graph.Layout;

/// <summary>Turns columns and orders into coordinates.</summary>
internal static class Placement
{
    private const int Sweeps = 8;

    /// <summary>Sets where items begin from the left, and makes the boxes of a column equally wide.</summary>
    /// <returns>The left and right bound of each column.</returns>
    public static IReadOnlyList<(double Left, double Right)> SetX(IReadOnlyList<IReadOnlyList<Item>> columns)
    {
        var bounds = new List<(double Left, double Right)>();
        var left = 0.0;
        foreach (var column in columns)
        {
            var boxes = column.Where(item => item is { IsLine: false, Inside: null }).Select(item => item.Width).DefaultIfEmpty(0).Max();
            var width = column.Select(item => item.Width).Append(boxes).Max();
            foreach (var item in column)
            {
                item.Width = item.IsLine ? width : item.Inside is null ? boxes : item.Width;
                item.X = left + Math.Floor((width - item.Width) / 2);
            }

            bounds.Add((left, left + width));
            left += width + Spacing.Columns;
        }

        return bounds;
    }

    /// <summary>Sets where items begin from the top, level with what they are connected with as far as there is room.</summary>
    public static void SetY(IReadOnlyList<IReadOnlyList<Item>> columns)
    {
        foreach (var column in columns)
        {
            Settle(column, _ => []);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            columns.ToList().ForEach(column => Settle(column, item => item.Links.Where(link => link.To == item)));
            columns.Reverse().ToList().ForEach(column => Settle(column, item => item.Links.Where(link => link.From == item)));
        }

        columns.ToList().ForEach(column => Settle(column, item => item.Links));
        var top = columns.SelectMany(column => column).Select(item => item.Y).DefaultIfEmpty(0).Min();
        foreach (var item in columns.SelectMany(column => column))
        {
            // Less than any gap: what is apart stays apart.
            item.Y = Math.Round(item.Y - top, MidpointRounding.AwayFromZero);
        }
    }

    private static void Settle(IReadOnlyList<Item> column, Func<Item, IEnumerable<Link>> links)
    {
        var wishes = column.Select(item => Wish(item, [.. links(item)])).ToList();
        var sizes = column.Select((item, place) => item.Height + (place + 1 < column.Count ? Gap(item, column[place + 1]) : 0)).ToList();
        var places = Isotonic.Place(wishes, sizes, [.. column.Select(item => item.Weight)]);
        for (var place = 0; place < column.Count; place++)
        {
            column[place].Y = places[place];
        }
    }

    // Lines count as they do in Isotonic, or the two would push everything one way for ever.
    private static double Wish(Item item, IReadOnlyList<Link> links) => links.Count == 0
        ? item.Y
        : links.Sum(link => link.Wish(item) * link.Other(item).Weight) / links.Sum(link => link.Other(item).Weight);

    private static double Gap(Item upper, Item lower) => upper.IsLine || lower.IsLine ? Spacing.Line : Spacing.Rows;
}
