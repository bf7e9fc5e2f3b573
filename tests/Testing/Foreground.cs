using System.Diagnostics;

namespace Slipstream.Testing;

/// <summary>
/// Programs as a terminal starts them. A shell lets its background jobs ignore SIGINT, and their children inherit that: tests
/// that interrupt a program would wait for ever when they run in the background themselves.
/// </summary>
public static class Foreground
{
    public static ProcessStartInfo Of(string program, params IReadOnlyList<string> arguments) =>
        new("env", ["--default-signal=INT", program, .. arguments]);
}
