using System.Globalization;
using System.Text.Json;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>Reads the key <c>drift</c> of tables and columns.</summary>
internal sealed class DriftReader(FileProblems problems)
{
    private static readonly string[] TableKeys = ["missing", "unknown", "order", "profile", "unknown_columns", "tolerance"];
    private static readonly string[] ColumnKeys = ["missing", "profile", "tolerance"];
    private static readonly string[] ToleranceKeys = ["null_share", "distinct_share", "length", "shape_share", "range"];

    /// <summary>A table's policies; those that the file does not name keep their defaults.</summary>
    public TableDrift Table(LocatedJson? value)
    {
        var drift = new TableDrift();
        return value is null || JsonKeys.Of(value, problems, TableKeys) is not { } keys ? drift : new TableDrift
        {
            Missing = Policy(keys, "missing") ?? drift.Missing,
            Unknown = Policy(keys, "unknown") ?? drift.Unknown,
            Order = Policy(keys, "order") ?? drift.Order,
            Profile = Policy(keys, "profile") ?? drift.Profile,
            UnknownColumns = ReadUnknownColumns(keys.OptionalObject("unknown_columns")),
            Tolerance = Tolerance(keys.OptionalObject("tolerance"), drift.Tolerance) ?? drift.Tolerance,
        };
    }

    /// <summary>A column's policies; what its tolerance does not name is as the table has it.</summary>
    public ColumnDrift Column(LocatedJson? value, ProfileTolerance table) =>
        value is null || JsonKeys.Of(value, problems, ColumnKeys) is not { } keys ? new ColumnDrift() : new ColumnDrift
        {
            Missing = Policy(keys, "missing"),
            Profile = Policy(keys, "profile"),
            Tolerance = Tolerance(keys.OptionalObject("tolerance"), table),
        };

    /// <summary>The object of policies for single unknown columns; null if there is none.</summary>
    public static LocatedJson? UnknownColumns(LocatedJson? drift) =>
        drift?.Members.FirstOrDefault(member => member.Name == "unknown_columns")?.Value;

    private DriftPolicy? Policy(JsonKeys keys, string key) => DriftPolicies.Read(keys.OptionalText(key), problems);

    private Dictionary<string, DriftPolicy> ReadUnknownColumns(LocatedJson? value)
    {
        var policies = new Dictionary<string, DriftPolicy>(StringComparer.Ordinal);
        foreach (var member in value?.Members ?? [])
        {
            if (DriftPolicies.Read(JsonKeys.Text(member.Value, problems), problems) is { } policy)
            {
                policies[member.Name] = policy;
            }
        }

        return policies;
    }

    private ProfileTolerance? Tolerance(LocatedJson? value, ProfileTolerance whenAbsent) =>
        value is null || JsonKeys.Of(value, problems, ToleranceKeys) is not { } keys ? null : new ProfileTolerance
        {
            NullShare = Amount(keys, "null_share", 1) ?? whenAbsent.NullShare,
            DistinctShare = Amount(keys, "distinct_share", 1) ?? whenAbsent.DistinctShare,
            Length = Amount(keys, "length", double.MaxValue) ?? whenAbsent.Length,
            ShapeShare = Amount(keys, "shape_share", 1) ?? whenAbsent.ShapeShare,
            Range = Amount(keys, "range", double.MaxValue) ?? whenAbsent.Range,
        };

    private double? Amount(JsonKeys keys, string key, double most)
    {
        if (keys.Optional(key, JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        var amount = double.Parse(value.Text, CultureInfo.InvariantCulture);
        if (amount >= 0 && amount <= most)
        {
            return amount;
        }

        problems.Add(value, most == 1
            ? $"{Excerpt.Of(value.Text)} is no share. Write a number from 0 (no difference is tolerated) to 1 (any is)."
            : $"{Excerpt.Of(value.Text)} is no tolerance. Write a number from 0 on, such as 0.5 for one half more or less.");
        return null;
    }
}
