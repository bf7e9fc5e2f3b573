using System.Reflection;
using System.Runtime.CompilerServices;
using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Glue;
using Slipstream.Testing.Aws;

namespace Slipstream.AwsJson.Tests;

/// <summary>The records and operations of the clients, compared with what AWS publishes.</summary>
public sealed class ServiceModelTests
{
    private static readonly (ServiceModel Model, Type Client)[] Services =
        [(ServiceModel.Glue, typeof(AmazonGlueClient)), (ServiceModel.Athena, typeof(AmazonAthenaClient))];

    public static TheoryData<string> Operations => [.. Services.SelectMany(service => OperationsOf(service.Client).Select(method => method.Name[..^"Async".Length]))];

    [Fact]
    public void The_models_have_the_operations_of_the_clients_and_no_others() => Assert.All(
        Services,
        service => Assert.Equal(
            service.Model.Operations.Order(StringComparer.Ordinal),
            OperationsOf(service.Client).Select(method => method.Name[..^"Async".Length]).Order(StringComparer.Ordinal)));

    [Theory]
    [MemberData(nameof(Operations))]
    public void Requests_and_answers_have_the_models_members_types_and_required_members(string operation)
    {
        var (model, client) = Services.Single(service => service.Model.Has(operation));
        var method = OperationsOf(client).Single(method => method.Name == $"{operation}Async");
        var answer = method.ReturnType.GetGenericArguments().Single();

        Assert.Equal($"{operation}Request", method.GetParameters()[0].ParameterType.Name);
        Assert.Equal($"{operation}Response", answer.Name);
        Assert.Empty(Differences(method.GetParameters()[0].ParameterType, model.Input(operation), operation).Concat(Differences(answer, model.Output(operation), operation)));
    }

    [Theory]
    [InlineData("{}", "x.Name is required")]
    [InlineData("""{ "Name": "a", "Colour": "red" }""", "x.Colour is not in Column")]
    [InlineData("""{ "Name": "" }""", "x.Name has 0, and NameString has at least 1")]
    [InlineData("""{ "Name": "a\nb" }""", "does not match")]
    [InlineData("""{ "Name": "a", "Parameters": { "k": 1 } }""", "x.Parameters.k is Number, not a text")]
    [InlineData("""{ "Name": null }""", "x.Name is Null, not a text")]
    public void A_breach_of_the_model_is_found(string json, string breach)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);

        var found = Assert.Single(ServiceModel.Glue.Shape("Column").Breaches(document.RootElement, "x"));

        Assert.Contains(breach, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_count_characters_and_not_code_units()
    {
        using var document = System.Text.Json.JsonDocument.Parse($$"""{ "Name": "a", "Comment": "{{string.Concat(Enumerable.Repeat("𝒳", 255))}}" }""");

        Assert.Empty(ServiceModel.Glue.Shape("Column").Breaches(document.RootElement, "x"));
    }

    [Fact]
    public void Refusals_that_have_a_class_of_their_own_are_in_the_models()
    {
        var named = typeof(AwsException).Assembly.GetExportedTypes().Where(type => type.BaseType == typeof(AwsException)).Select(type => type.Name);
        var published = Services.SelectMany(service => service.Model.Operations.SelectMany(service.Model.Errors)).ToHashSet();

        // The two that every service has and no model of Glue's lists.
        Assert.Empty(named.Except(published).Except(["AccessDeniedException", "ThrottlingException"]));
    }

    private static IEnumerable<MethodInfo> OperationsOf(Type client) =>
        client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.ReturnType.Name == "Task`1");

    private static IEnumerable<string> Differences(Type record, ModelShape shape, string path)
    {
        var properties = record.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var name in shape.Required.Except(properties.Where(property => property.IsDefined(typeof(RequiredMemberAttribute))).Select(property => property.Name)))
        {
            yield return $"{path}.{name} is required";
        }

        foreach (var property in properties)
        {
            var differences = shape.Members.TryGetValue(property.Name, out var member)
                ? OfType(property.PropertyType, member, $"{path}.{property.Name}")
                : [$"{path}.{property.Name} is not in {shape.Name}"];
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<string> OfType(Type type, ModelShape shape, string path) => shape.Type switch
    {
        "structure" => Differences(type, shape, path),
        "list" => ElementOf(type, typeof(IReadOnlyList<>), 0) is { } element ? OfType(element, shape.Element, $"{path}[]") : [$"{path} is {type}, not a list"],
        "map" => ElementOf(type, typeof(IReadOnlyDictionary<,>), 1) is { } value ? OfType(value, shape.Element, $"{path}{{}}") : [$"{path} is {type}, not a map"],
        _ => (Nullable.GetUnderlyingType(type) ?? type) == Simple(shape.Type) ? [] : [$"{path} is {type}, not {shape.Type}"],
    };

    private static Type? ElementOf(Type type, Type of, int argument) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == of ? type.GetGenericArguments()[argument] : null;

    private static Type Simple(string type) => type switch
    {
        "string" => typeof(string),
        "boolean" => typeof(bool),
        "integer" => typeof(int),
        "long" => typeof(long),
        "double" => typeof(double),
        _ => throw new InvalidOperationException($"No record has the type '{type}' yet."),
    };
}
