using Slipstream.Contracts;

namespace Slipstream.ObjectStore.Directories;

/// <summary>Turns failures of the file system into failures of an outside system.</summary>
internal static class Failures
{
    // EWOULDBLOCK of flock(2), as .NET reports it on Linux.
    private const int WouldBlock = 11;

    // EEXIST, in the same way.
    private const int Exists = 17;

    public static bool IsSharingViolation(IOException exception) => exception.HResult == WouldBlock;

    // What was there when a folder was to be made, and may be gone again when .NET looks what it is.
    public static bool IsTaken(IOException exception) => exception.HResult == Exists;

    // Which one .NET throws depends on whether the folder has come into being by the time it looks why it failed.
    public static bool IsPathMissing(IOException exception) => exception is DirectoryNotFoundException or FileNotFoundException;

    public static T Translate<T>(string root, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(root, exception);
        }
    }

    public static async Task<T> TranslateAsync<T>(string root, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(root, exception);
        }
    }

    public static StageException FileAndFolder(S3Location location, string path) => StageException.OutsideFailed(
        $"'{location}' cannot be kept in a directory: '{path}' would have to be a file and a folder at once. Give one of the two objects another name.");

    public static StageException NotAKey(string path, FormatException cause) => StageException.OutsideFailed(
        $"The file '{path}' in the object store has a name that no object can have: {cause.Message} Rename it or remove it.", cause);

    private static StageException Unusable(string root, Exception exception) => StageException.OutsideFailed(
        $"The object store in '{root}' failed: {exception.Message.TrimEnd('.')}. Check that the directory exists, can be written and has space.",
        exception);
}
