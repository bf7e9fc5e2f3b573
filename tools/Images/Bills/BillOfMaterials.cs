using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Images.Base;
using Slipstream.Images.Building;

namespace Slipstream.Images.Bills;

/// <summary>What an image is made of, as CycloneDX 1.5: https://cyclonedx.org/docs/1.5/json/</summary>
internal static class BillOfMaterials
{
    private const string RuntimePack = "runtimepack.";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Recipe recipe, Release release, Checkout checkout, IEnumerable<Component> components)
    {
        var json = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.5",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = DateTimeOffset.FromUnixTimeSeconds(checkout.Time).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["component"] = new JsonObject { ["type"] = "container", ["name"] = recipe.Name, ["version"] = release.Version },
            },
            ["components"] = new JsonArray([.. components.OrderBy(part => part.Purl, StringComparer.Ordinal).Select(Json)]),
        };
        return json.ToJsonString(Indented) + "\n";
    }

    /// <summary>The packages and the runtime that a published program holds, and DuckDB's library if it is there.</summary>
    public static IEnumerable<Component> OfProgram(string root, string app, string name)
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(app, $"{name}.deps.json")));
        foreach (var library in dependencies.RootElement.GetProperty("libraries").EnumerateObject().ToList())
        {
            var words = library.Name.Split('/');
            switch (library.Value.GetProperty("type").GetString())
            {
                case "package":
                    yield return NuGet("library", words[0], words[1], Hex(library.Value.GetProperty("sha512").GetString()!));
                    break;
                case "runtimepack":
                    yield return NuGet("framework", words[0][RuntimePack.Length..], words[1], null);
                    break;
            }
        }

        if (File.Exists(Path.Combine(app, "libduckdb.so")))
        {
            yield return DuckDb(root);
        }
    }

    public static Component OfDebian(DebianPackage package) => new("library", package.Name, package.Version,
        $"pkg:deb/debian/{Uri.EscapeDataString(package.Name)}@{Uri.EscapeDataString(package.Version)}?arch={package.Architecture}");

    public static Component OfBase(string image) => new("container", image, "unknown", $"pkg:oci/{Uri.EscapeDataString(image)}");

    private static Component NuGet(string type, string name, string version, string? sha512) =>
        new(type, name, version, $"pkg:nuget/{name}@{version}", sha512);

    private static Component DuckDb(string root)
    {
        const string Package = "@duckdb/node-bindings-linux-x64";
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "package-lock.json")));
        var entry = file.RootElement.GetProperty("packages").GetProperty($"node_modules/{Package}");
        var version = entry.GetProperty("version").GetString()!;
        return new Component("library", Package, version, $"pkg:npm/%40{Package[1..]}@{version}", Hex(entry.GetProperty("integrity").GetString()!));
    }

    // Both lock files write 'sha512-' and base64.
    private static string Hex(string integrity) =>
        Convert.ToHexStringLower(Convert.FromBase64String(integrity[(integrity.IndexOf('-', StringComparison.Ordinal) + 1)..]));

    private static JsonObject Json(Component part)
    {
        var json = new JsonObject { ["type"] = part.Type, ["bom-ref"] = part.Purl, ["name"] = part.Name, ["version"] = part.Version, ["purl"] = part.Purl };
        if (part.Sha512 is { } hash)
        {
            json["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = hash });
        }

        return json;
    }
}
