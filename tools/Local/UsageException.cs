namespace Slipstream.Local;

/// <summary>A command line that cannot be followed.</summary>
internal sealed class UsageException : Exception
{
    private UsageException(string message)
        : base(message)
    {
    }

    public static UsageException Unknown(string argument) => new($"'{argument}' is not understood.");

    public static UsageException Wrong(string argument, string form) => new($"'{argument}' is not {form}.");

    public static UsageException Refused(string message) => new(message);

    public static UsageException Missing(string path, string remedy) => new($"'{path}' is missing. {remedy}");
}
