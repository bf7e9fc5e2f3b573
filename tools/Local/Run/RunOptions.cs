namespace Slipstream.Local.Run;

/// <summary>The arguments of <c>local run</c>.</summary>
/// <param name="IsLive">True to ask the real API.</param>
/// <param name="Rest">What goes to dag-gen as it is.</param>
internal sealed record RunOptions(bool IsLive, IReadOnlyList<string> Rest)
{
    public static RunOptions Parse(IReadOnlyList<string> args) => args switch
    {
        [] => new RunOptions(false, []),
        ["--", ..] => new RunOptions(false, [.. args.Skip(1)]),
        ["--live"] => new RunOptions(true, []),
        ["--live", "--", ..] => new RunOptions(true, [.. args.Skip(2)]),
        _ => throw UsageException.Unknown(string.Join(' ', args)),
    };
}
