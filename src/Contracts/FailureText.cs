namespace Slipstream.Contracts;

/// <summary>The words of failures whose authors are SDKs and servers, as they stand in messages of ours.</summary>
public static class FailureText
{
    /// <summary>The text with one full stop at its end.</summary>
    public static string Sentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TrimEnd() is { Length: > 0 } trimmed ? trimmed.TrimEnd('.') + "." : "no message.";
    }

    /// <summary>What lies below all that others have wrapped around it.</summary>
    public static Exception Innermost(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.InnerException is { } inner ? Innermost(inner) : exception;
    }
}
