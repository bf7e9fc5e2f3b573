using Slipstream.ObjectStore.Directories;
using Slipstream.Testing;

namespace Slipstream.ObjectStore.Tests.Conformance;

public sealed class DirectoryConformanceTests : ObjectStoreConformance
{
    private readonly TemporaryFolder _folder = new();

    // 'a' would be a file and, because of 'a/z', a folder.
    protected override IReadOnlyCollection<string> FilesThatAreFolders => ["a"];

    protected override Task<IObjectStore> OpenStoreAsync() => Task.FromResult<IObjectStore>(new DirectoryObjectStore(_folder.Path));

    protected override ValueTask CloseAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
