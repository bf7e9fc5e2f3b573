using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>The words for personal data.</summary>
internal static class Sensitivities
{
    private static readonly string[] Words = ["personal_data", "special_category_data"];

    public static string? Read(LocatedJson? value, FileProblems problems)
    {
        if (value is not null && !Words.Contains(value.Text))
        {
            problems.Add(value, $"{Excerpt.Of(value.Text)} is no sensitivity. Use 'personal_data' or 'special_category_data', or leave the key away.");
        }

        return value?.Text;
    }
}
