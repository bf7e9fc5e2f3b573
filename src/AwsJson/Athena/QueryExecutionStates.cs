namespace Slipstream.AwsJson.Athena;

/// <summary>The states of a query.</summary>
public static class QueryExecutionStates
{
    /// <summary>It has done its work.</summary>
    public const string Succeeded = "SUCCEEDED";

    /// <summary>Whether a query in this state will not change any more.</summary>
    public static bool IsFinal(string? state) => state is Succeeded or "FAILED" or "CANCELLED";
}
