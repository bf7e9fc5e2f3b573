using System.Globalization;

namespace Slipstream.Bench.Measuring;

/// <summary>The measurements of one run, side by side.</summary>
public sealed class ResultTable(string file)
{
    private readonly List<(string What, Measurement Measurement)> _rows = [];

    public Measurement Add(string what, Measurement measurement)
    {
        _rows.Add((what, measurement));
        return measurement;
    }

    public void Print(string name, Measurement yardstick)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {new FileInfo(file).Length / 1e6:0} MB compressed"));
        foreach (var (what, measurement) in _rows)
        {
            var processor = measurement.ProcessorSeconds > 0 ? $", {measurement.ProcessorSeconds:0.00} s of processors" : string.Empty;
            var memory = measurement.Megabytes > 0 ? $", peak {measurement.Megabytes} MB" : string.Empty;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what,-40} {measurement.Seconds,6:0.00} s  {measurement.Seconds / yardstick.Seconds,5:0.00} of {name}{processor}{memory}"));
        }
    }
}
