using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Slipstream.ObjectStore.Directories;

/// <summary>
/// The entity tag of a file: its time of writing and its length. Clocks of file systems are too coarse to tell two quick
/// writes apart, so the store gives each of its files a fraction of the second that comes from the content.
/// </summary>
internal static class EntityTag
{
    public static string Of(FileInfo file) => Of(file.LastWriteTimeUtc, file.Length);

    public static string Of(SafeFileHandle file) => Of(File.GetLastWriteTimeUtc(file), RandomAccess.GetLength(file));

    public static void Stamp(SafeFileHandle file, Sha256Hash hash)
    {
        var written = File.GetLastWriteTimeUtc(file).Ticks;
        var fraction = BinaryPrimitives.ReadUInt32BigEndian(hash.ToBytes()) % TimeSpan.TicksPerSecond;
        File.SetLastWriteTimeUtc(file, new DateTime(written - (written % TimeSpan.TicksPerSecond) + fraction, DateTimeKind.Utc));
    }

    private static string Of(DateTime written, long length) => $"{written.Ticks:x}-{length:x}";
}
