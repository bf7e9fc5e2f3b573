using System.Runtime.InteropServices;

namespace Slipstream.DuckDb.Native;

/// <summary>
/// The functions of DuckDB's C API for table functions (https://duckdb.org/docs/stable/clients/c/table_functions). What
/// DuckDB calls gets an info, from which it asks for what it needs.
/// </summary>
internal static unsafe partial class FunctionMethods
{
    private const string Library = "libduckdb";

    [LibraryImport(Library, EntryPoint = "duckdb_create_table_function")]
    public static partial FunctionHandle Create();

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_table_function")]
    public static partial void Destroy(ref IntPtr function);

    [LibraryImport(Library, EntryPoint = "duckdb_table_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetName(FunctionHandle function, string name);

    [LibraryImport(Library, EntryPoint = "duckdb_table_function_set_extra_info")]
    public static partial void SetExtraInfo(FunctionHandle function, IntPtr extraInfo, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);

    [LibraryImport(Library, EntryPoint = "duckdb_table_function_set_bind")]
    public static partial void SetBind(FunctionHandle function, delegate* unmanaged[Cdecl]<IntPtr, void> bind);

    [LibraryImport(Library, EntryPoint = "duckdb_table_function_set_init")]
    public static partial void SetInit(FunctionHandle function, delegate* unmanaged[Cdecl]<IntPtr, void> init);

    [LibraryImport(Library, EntryPoint = "duckdb_table_function_set_function")]
    public static partial void SetFunction(FunctionHandle function, delegate* unmanaged[Cdecl]<IntPtr, IntPtr, void> fill);

    [LibraryImport(Library, EntryPoint = "duckdb_table_function_supports_projection_pushdown")]
    public static partial void SetProjectionPushdown(FunctionHandle function, [MarshalAs(UnmanagedType.U1)] bool isSupported);

    [LibraryImport(Library, EntryPoint = "duckdb_register_table_function")]
    public static partial int Register(ConnectionHandle connection, FunctionHandle function);

    [LibraryImport(Library, EntryPoint = "duckdb_bind_get_extra_info")]
    public static partial IntPtr BindExtraInfo(IntPtr info);

    [LibraryImport(Library, EntryPoint = "duckdb_bind_add_result_column", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void AddColumn(IntPtr info, string name, TypeHandle type);

    [LibraryImport(Library, EntryPoint = "duckdb_bind_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetBindError(IntPtr info, string error);

    [LibraryImport(Library, EntryPoint = "duckdb_init_get_extra_info")]
    public static partial IntPtr InitExtraInfo(IntPtr info);

    [LibraryImport(Library, EntryPoint = "duckdb_init_get_column_count")]
    public static partial ulong InitColumnCount(IntPtr info);

    [LibraryImport(Library, EntryPoint = "duckdb_init_get_column_index")]
    public static partial ulong InitColumnIndex(IntPtr info, ulong position);

    [LibraryImport(Library, EntryPoint = "duckdb_init_set_max_threads")]
    public static partial void SetMaxThreads(IntPtr info, ulong threads);

    [LibraryImport(Library, EntryPoint = "duckdb_init_set_init_data")]
    public static partial void SetInitData(IntPtr info, IntPtr data, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);

    [LibraryImport(Library, EntryPoint = "duckdb_init_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetInitError(IntPtr info, string error);

    [LibraryImport(Library, EntryPoint = "duckdb_function_get_init_data")]
    public static partial IntPtr InitData(IntPtr info);

    [LibraryImport(Library, EntryPoint = "duckdb_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetError(IntPtr info, string error);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_vector")]
    public static partial IntPtr ChunkVector(IntPtr chunk, ulong column);
}
