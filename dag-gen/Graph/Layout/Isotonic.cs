namespace Slipstream.DagGen.Graph.Layout;

/// <summary>Places things as near as possible to where they want to be, in their order and without overlaps.</summary>
internal static class Isotonic
{
    /// <summary>The positions that are nearest to the wishes by weighted squares: neighbours that would collide share their wishes' mean.</summary>
    /// <param name="wishes">Where each wants to begin.</param>
    /// <param name="sizes">How much each takes, with the gap behind it.</param>
    /// <param name="weights">How much each wish counts.</param>
    public static double[] Place(IReadOnlyList<double> wishes, IReadOnlyList<double> sizes, IReadOnlyList<double> weights)
    {
        var blocks = new Stack<(double Mean, double Weight, int Count)>();
        var offset = 0.0;
        for (var index = 0; index < wishes.Count; index++)
        {
            var block = (Mean: wishes[index] - offset, Weight: weights[index], Count: 1);
            while (blocks.TryPeek(out var before) && before.Mean > block.Mean)
            {
                blocks.Pop();
                var weight = before.Weight + block.Weight;
                block = (((before.Mean * before.Weight) + (block.Mean * block.Weight)) / weight, weight, before.Count + block.Count);
            }

            blocks.Push(block);
            offset += sizes[index];
        }

        return Spread(blocks.Reverse(), sizes);
    }

    private static double[] Spread(IEnumerable<(double Mean, double Weight, int Count)> blocks, IReadOnlyList<double> sizes)
    {
        var places = new double[sizes.Count];
        var (index, offset) = (0, 0.0);
        foreach (var block in blocks)
        {
            for (var end = index + block.Count; index < end; index++)
            {
                places[index] = block.Mean + offset;
                offset += sizes[index];
            }
        }

        return places;
    }
}
