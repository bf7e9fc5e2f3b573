namespace Slipstream.AwsJson.Handles;

/// <summary>Refuses changes while a stage plans.</summary>
internal static class PlanGuard
{
    public static void RequireWritable(bool isReadOnly, string what)
    {
        if (isReadOnly)
        {
            throw new InvalidOperationException($"A plan tried to change '{what}'. A stage must not write when it plans.");
        }
    }
}
