using System.Globalization;
using System.Runtime.InteropServices;

namespace Slipstream.DuckDb.Native;

/// <summary>
/// What the library takes of memory. To be loaded and to open a database it goes through 25 MB of itself: the names that the linker binds, and the code
/// that makes its functions known. Little of that is needed again, but the pages would count as ours to the end.
/// </summary>
internal static partial class LibraryPages
{
    private const string Maps = "/proc/self/maps";

    // https://man7.org/linux/man-pages/man3/dlopen.3.html: all names at once, or each later call would bring back the pages that it is looked up in.
    private const int BindNow = 2;

    // https://man7.org/linux/man-pages/man2/madvise.2.html
    private const int DontNeed = 4;

    private static readonly Lazy<IntPtr> Library = new(() =>
    {
        // Whatever is wrong with the library, .NET says it better.
        var library = Open(LibraryFile.Path, BindNow) is var bound and not 0 ? bound : NativeLibrary.Load(LibraryFile.Path);
        GiveBack();
        return library;
    });

    /// <summary>The library, loaded once.</summary>
    public static IntPtr Load() => Library.Value;

    /// <summary>Gives back what was only needed to begin. A page that is asked for again comes from the file, and if this fails nothing is lost.</summary>
    public static void GiveBack()
    {
        foreach (var (start, length) in File.Exists(Maps) ? NeverWritten(File.ReadLines(Maps)) : [])
        {
            _ = Advise(start, length, DontNeed);
        }
    }

    /// <summary>The parts of the library that are as they are in its file: its names, which begin it, and its code. The others hold what the linker has written.</summary>
    /// <param name="maps">Lines as in https://man7.org/linux/man-pages/man5/proc_pid_maps.5.html</param>
    public static IEnumerable<(nuint Start, nuint Length)> NeverWritten(IEnumerable<string> maps) =>
        from line in maps
        let fields = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        where fields is [_, "r--p", "00000000", _, _, _] or [_, "r-xp", _, _, _, _]
        where fields[5].EndsWith($"/{LibraryFile.Name}", StringComparison.Ordinal)
        let range = fields[0].Split('-')
        select (Address(range[0]), Address(range[1]) - Address(range[0]));

    private static nuint Address(string text) => nuint.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial IntPtr Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
