using System.Numerics;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>
/// Counts distinct values in 4 KB, within 5 % in nearly all cases: HyperLogLog with 4,096 registers and Ertl's estimate
/// (arXiv 1702.01284). The order of the values does not matter.
/// </summary>
internal sealed class DistinctSketch
{
    private const int Precision = 12;
    private const int Registers = 1 << Precision;
    private const int MostZeros = 64 - Precision;

    private readonly byte[] _ranks = new byte[Registers];
    private readonly int[] _histogram = new int[MostZeros + 2];

    public DistinctSketch() => _histogram[0] = Registers;

    public void Clear()
    {
        Array.Clear(_ranks);
        Array.Clear(_histogram);
        _histogram[0] = Registers;
    }

    public void Add(ulong hash)
    {
        var register = (int)(hash >> MostZeros);
        var rank = (byte)(BitOperations.LeadingZeroCount(hash << Precision | 1UL << (Precision - 1)) + 1);
        if (rank > _ranks[register])
        {
            Raise(register, rank);
        }
    }

    public void Merge(DistinctSketch other)
    {
        for (var register = 0; register < Registers; register++)
        {
            if (other._ranks[register] > _ranks[register])
            {
                Raise(register, other._ranks[register]);
            }
        }
    }

    public long Estimate()
    {
        var sum = Registers * Tau(1 - (double)_histogram[MostZeros + 1] / Registers);
        for (var rank = MostZeros; rank >= 1; rank--)
        {
            sum = 0.5 * (sum + _histogram[rank]);
        }

        sum += Registers * Sigma((double)_histogram[0] / Registers);
        return (long)Math.Round(Registers / (2 * Math.Log(2)) * Registers / sum);
    }

    private void Raise(int register, byte rank)
    {
        _histogram[_ranks[register]]--;
        _histogram[rank]++;
        _ranks[register] = rank;
    }

    // The part of the registers that are still empty.
    private static double Sigma(double share)
    {
        if (share == 1)
        {
            return double.PositiveInfinity;
        }

        var (power, sum, before) = (1.0, share, double.NaN);
        while (sum != before)
        {
            share *= share;
            before = sum;
            sum += share * power;
            power *= 2;
        }

        return sum;
    }

    // The part of the registers that are full.
    private static double Tau(double share)
    {
        if (share is 0 or 1)
        {
            return 0;
        }

        var (power, sum, before) = (1.0, 1 - share, double.NaN);
        while (sum != before)
        {
            share = Math.Sqrt(share);
            before = sum;
            power *= 0.5;
            sum -= (1 - share) * (1 - share) * power;
        }

        return sum / 3;
    }
}
