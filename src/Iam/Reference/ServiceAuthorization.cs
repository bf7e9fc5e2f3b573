using System.Security.Cryptography;
using System.Text.Json;

namespace Slipstream.Iam.Reference;

/// <summary>
/// Facts of AWS's Service Authorization Reference, of the services that policies here may speak of, kept in this assembly:
/// https://docs.aws.amazon.com/service-authorization/latest/reference/. <c>tools/iam/refresh.mjs</c> makes them anew.
/// </summary>
public sealed class ServiceAuthorization
{
    /// <summary>The SHA-256 of the facts that were reviewed.</summary>
    public const string PinnedSha256 = "6861ba8927413fec9901311bff34467d6e386f47868237039c231841bb60255f";

    private const string Resource = "service-authorization.json";
    private readonly Dictionary<string, AuthorizedAction> _actions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _keyTypes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _services = [];

    private ServiceAuthorization(byte[] json)
    {
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(json));
        using var document = JsonDocument.Parse(json);
        foreach (var service in document.RootElement.GetProperty("services").EnumerateObject())
        {
            _services.Add(service.Name);
            Add(service.Name, service.Value);
        }
    }

    /// <summary>The facts of this assembly.</summary>
    public static ServiceAuthorization Current { get; } = Load();

    /// <summary>The SHA-256 of the facts as they are.</summary>
    public string Sha256 { get; }

    /// <summary>All actions, by name.</summary>
    public IReadOnlyCollection<AuthorizedAction> Actions => _actions.Values;

    /// <summary>Whether the facts have the service of an action: of others nothing is said here.</summary>
    public bool HasService(string action) => _services.Contains(action.Split(':')[0].ToLowerInvariant());

    /// <summary>The action of that name, in whatever case; null if there is none.</summary>
    public AuthorizedAction? Find(string action) => _actions.GetValueOrDefault(action);

    /// <summary>A condition key's type, such as <c>String</c> or <c>ArrayOfString</c>; null if it is not known.</summary>
    public string? TypeOf(string key) => key.ToLowerInvariant() switch
    {
        "aws:calledvia" or "aws:tagkeys" or "aws:principalorgpaths" or "aws:resourceorgpaths" => "ArrayOfString",
        _ => _keyTypes.FirstOrDefault(known => IsKey(known.Key, key)).Value,
    };

    // A known key may end in a placeholder: kms:EncryptionContext:${…}, s3:ExistingObjectTag/<key>.
    internal static bool IsKey(string known, string key)
    {
        var open = known.AsSpan().IndexOfAny('$', '<');
        return open < 0
            ? known.Equals(key, StringComparison.OrdinalIgnoreCase)
            : key.Length > open && key.StartsWith(known[..open], StringComparison.OrdinalIgnoreCase);
    }

    private static ServiceAuthorization Load()
    {
        using var stream = typeof(ServiceAuthorization).Assembly.GetManifestResourceStream(Resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new ServiceAuthorization(bytes.ToArray());
    }

    private void Add(string service, JsonElement facts)
    {
        var kinds = facts.GetProperty("resources").EnumerateObject().ToDictionary(
            kind => kind.Name,
            kind => kind.Value.GetString()!.Split(" | ") is [var form, .. var keys] ? new ResourceKind(kind.Name, form, keys) : throw new JsonException());
        string[][] keySets = [.. facts.GetProperty("keySets").GetString()!.Split(" | ").Select(Words)];
        foreach (var action in facts.GetProperty("actions").EnumerateObject())
        {
            var words = Words(action.Value.GetString()!);
            var name = $"{service}:{action.Name}";
            _actions.Add(name, new AuthorizedAction(
                name,
                words[0].TrimEnd('!'),
                words[0].EndsWith('!'),
                [.. words[2..].Select(kind => kinds[kind])],
                keySets[int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)]));
        }

        foreach (var key in facts.GetProperty("keys").EnumerateObject())
        {
            _keyTypes[key.Name] = key.Value.GetString()!;
        }
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
