using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>What the clients of the AWS SDK in this process send, retries among it, and to whom: counted behind the last of the SDK's own handlers.</summary>
internal sealed class ClientSideCalls : IRuntimePipelineCustomizer
{
    private static readonly ClientSideCalls Counter = new();
    private readonly ConcurrentDictionary<string, int> _byServer = new(StringComparer.Ordinal);

    private ClientSideCalls()
    {
    }

    public string UniqueName => nameof(ClientSideCalls);

    /// <summary>Servers that are not of this machine, and were called all the same.</summary>
    public static IEnumerable<string> Strangers => Counter._byServer.Keys.Where(server => !server.StartsWith("127.0.0.1:", StringComparison.Ordinal));

    /// <summary>From now on each client that is made counts.</summary>
    public static void Begin() => RuntimePipelineCustomizerRegistry.Instance.Register(Counter);

    public static int To(Uri server) => Counter._byServer.GetValueOrDefault(server.Authority);

    public void Customize(Type type, RuntimePipeline pipeline) => pipeline.AddHandlerAfter<Signer>(new Handler(_byServer));

    private sealed class Handler(ConcurrentDictionary<string, int> byServer) : PipelineHandler
    {
        public override void InvokeSync(IExecutionContext executionContext)
        {
            Count(executionContext);
            base.InvokeSync(executionContext);
        }

        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            Count(executionContext);
            return base.InvokeAsync<T>(executionContext);
        }

        private void Count(IExecutionContext executionContext) =>
            byServer.AddOrUpdate(executionContext.RequestContext.Request.Endpoint.Authority, 1, (_, count) => count + 1);
    }
}
