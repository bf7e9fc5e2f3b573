using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Slipstream.DuckDb.Native;

namespace Slipstream.DuckDb.Functions;

/// <summary>What DuckDB calls, on threads of its own. No exception may leave: it becomes the statement's error.</summary>
[SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An exception that reaches native code ends the process.")]
internal static unsafe class FunctionCallbacks
{
    public static void Register(ConnectionHandle connection, string name, FunctionState state)
    {
        using var function = FunctionMethods.Create();
        FunctionMethods.SetName(function, name);
        FunctionMethods.SetExtraInfo(function, GCHandle.ToIntPtr(GCHandle.Alloc(state)), &Free);
        FunctionMethods.SetBind(function, &Bind);
        FunctionMethods.SetInit(function, &Init);
        FunctionMethods.SetFunction(function, &Fill);
        FunctionMethods.SetProjectionPushdown(function, isSupported: true);
        if (FunctionMethods.Register(connection, function) != NativeMethods.Success)
        {
            throw new DuckDbException($"DuckDB does not take the table function '{name}'.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(IntPtr info)
    {
        var state = Target<FunctionState>(FunctionMethods.BindExtraInfo(info));
        try
        {
            foreach (var (name, type) in state.Columns)
            {
                FunctionMethods.AddColumn(info, name, type);
            }
        }
        catch (Exception exception)
        {
            FunctionMethods.SetBindError(info, state.Keep(exception));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(IntPtr info)
    {
        var state = Target<FunctionState>(FunctionMethods.InitExtraInfo(info));
        try
        {
            var asked = Enumerable.Range(0, (int)FunctionMethods.InitColumnCount(info)).Select(position => (int)FunctionMethods.InitColumnIndex(info, (ulong)position));
            var scan = state.Open([.. asked]);
            FunctionMethods.SetInitData(info, GCHandle.ToIntPtr(GCHandle.Alloc(scan)), &Free);

            // With more threads the order of rows would be lost: functions of the C API cannot say which rows come first.
            FunctionMethods.SetMaxThreads(info, 1);
        }
        catch (Exception exception)
        {
            FunctionMethods.SetInitError(info, state.Keep(exception));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(IntPtr info, IntPtr output)
    {
        var scan = Target<ScanState>(FunctionMethods.InitData(info));
        try
        {
            scan.Fill(output);
        }
        catch (Exception exception)
        {
            FunctionMethods.SetError(info, scan.Function.Keep(exception));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(IntPtr data)
    {
        var handle = GCHandle.FromIntPtr(data);
        try
        {
            ((IDisposable)handle.Target!).Dispose();
        }
        catch (Exception)
        {
            // The statement has ended, well or badly, and nobody waits for this.
        }

        handle.Free();
    }

    private static T Target<T>(IntPtr data) => (T)GCHandle.FromIntPtr(data).Target!;
}
