using System.Runtime.InteropServices;

namespace Slipstream.DuckDb.Native;

/// <summary>The functions of DuckDB's C API that make and fill chunks (https://duckdb.org/docs/stable/clients/c/vector).</summary>
internal static unsafe partial class VectorMethods
{
    private const string Library = "libduckdb";

    [LibraryImport(Library, EntryPoint = "duckdb_create_data_chunk")]
    public static partial ChunkHandle CreateChunk(IntPtr* types, ulong columns);

    [LibraryImport(Library, EntryPoint = "duckdb_vector_size")]
    public static partial ulong Size();

    [LibraryImport(Library, EntryPoint = "duckdb_vector_ensure_validity_writable")]
    public static partial void EnsureValidity(IntPtr vector);

    // Of all that is called here this alone is called for each value: too short for the collector to be told of.
    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "duckdb_unsafe_vector_assign_string_element_len")]
    public static partial void AssignText(IntPtr vector, ulong row, byte* text, ulong length);

    [LibraryImport(Library, EntryPoint = "duckdb_list_vector_get_child")]
    public static partial IntPtr ListChild(IntPtr vector);

    [LibraryImport(Library, EntryPoint = "duckdb_list_vector_reserve")]
    public static partial int ReserveList(IntPtr vector, ulong elements);

    [LibraryImport(Library, EntryPoint = "duckdb_list_vector_set_size")]
    public static partial int SetListSize(IntPtr vector, ulong elements);

    [LibraryImport(Library, EntryPoint = "duckdb_struct_vector_get_child")]
    public static partial IntPtr StructChild(IntPtr vector, ulong index);

    [LibraryImport(Library, EntryPoint = "duckdb_vector_reference_vector")]
    public static partial void Reference(IntPtr target, IntPtr source);
}
