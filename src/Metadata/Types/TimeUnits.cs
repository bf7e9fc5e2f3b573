namespace Slipstream.Metadata.Types;

/// <summary>The words of mojap-metadata for <see cref="TimeUnit"/>.</summary>
internal static class TimeUnits
{
    public static string Word(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => "s",
        TimeUnit.Millisecond => "ms",
        TimeUnit.Microsecond => "us",
        TimeUnit.Nanosecond => "ns",
        _ => throw new InvalidOperationException($"Unknown unit '{unit}'."),
    };
}
