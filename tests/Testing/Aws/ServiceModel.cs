using System.Collections.Concurrent;
using System.Text.Json;

namespace Slipstream.Testing.Aws;

/// <summary>What AWS publishes of a service: its operations, and the shapes of what they take and give.</summary>
public sealed class ServiceModel
{
    private readonly JsonElement _root;
    private readonly ConcurrentDictionary<string, ModelShape> _shapes = new(StringComparer.Ordinal);

    private ServiceModel(JsonElement root) => _root = root;

    public static ServiceModel Glue { get; } = Load("glue");

    public static ServiceModel Athena { get; } = Load("athena");

    public string TargetPrefix => _root.GetProperty("metadata").GetProperty("targetPrefix").GetString()!;

    /// <summary>The service that requests are signed for.</summary>
    public string SigningName => _root.GetProperty("metadata").GetProperty("endpointPrefix").GetString()!;

    public IEnumerable<string> Operations => _root.GetProperty("operations").EnumerateObject().Select(operation => operation.Name);

    public bool Has(string operation) => _root.GetProperty("operations").TryGetProperty(operation, out _);

    public ModelShape Input(string operation) => Shape(Operation(operation).GetProperty("input").GetProperty("shape").GetString()!);

    public ModelShape Output(string operation) => Shape(Operation(operation).GetProperty("output").GetProperty("shape").GetString()!);

    /// <summary>The names of the refusals that an operation may answer.</summary>
    public IEnumerable<string> Errors(string operation) =>
        Operation(operation).GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("shape").GetString()!);

    public ModelShape Shape(string name) => _shapes.GetOrAdd(name, _ => new ModelShape(this, name, _root.GetProperty("shapes").GetProperty(name)));

    private JsonElement Operation(string name) => _root.GetProperty("operations").GetProperty(name);

    private static ServiceModel Load(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Repository.Path("tests", "Testing", "Aws", "Models", $"{name}.json")));
        return new ServiceModel(document.RootElement.Clone());
    }
}
