using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>
/// What other projects can see of src/ is documented, in the documentation files that the compiler writes. Constructors are
/// not asked: their type's summary and parameters speak for them.
/// </summary>
internal sealed class DocumentationRule : IRule
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public string Advice => "Add a <summary> that says something the name does not, <inheritdoc/>, or a <param> for a record's positional property. A new project of src/ is referenced from Repository.Tests.csproj.";

    public IEnumerable<string> Breaches(SourceTree tree) => tree.FoldersIn("src").SelectMany(project => BreachesOf($"Slipstream.{project}"));

    /// <summary>The undocumented types and members of an assembly's visible types.</summary>
    public static IEnumerable<string> Undocumented(IEnumerable<Type> types, XDocument documentation)
    {
        var written = documentation.Descendants("member").Where(member => member.HasElements).ToLookup(member => Stem((string)member.Attribute("name")!));
        return types.SelectMany(type => OfType(type, written));
    }

    private static IEnumerable<string> BreachesOf(string assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        return File.Exists(file)
            ? Undocumented(Assembly.LoadFrom(file).GetExportedTypes(), XDocument.Load(Path.ChangeExtension(file, ".xml")))
            : [$"{assembly} is not among the references of the tests."];
    }

    private static IEnumerable<string> OfType(Type type, ILookup<string, XElement> written)
    {
        var name = type.FullName!.Replace('+', '.');
        var own = written[$"T:{name}"].ToList();
        if (own.Count == 0)
        {
            yield return $"{name}";
        }

        var parameters = own.Elements("param").Select(parameter => (string?)parameter.Attribute("name")).ToHashSet();
        foreach (var group in type.GetMembers(Declared).Where(IsVisible).GroupBy(member => $"{Letter(member)}:{name}.{member.Name}"))
        {
            if (group.Count() > written[group.Key].Count() && !parameters.Contains(group.First().Name))
            {
                yield return $"{name}.{group.First().Name}";
            }
        }
    }

    // Overloads share a stem: a name without type arguments and parameters.
    private static string Stem(string id)
    {
        var stem = id.Split('(', '~')[0];
        return stem.StartsWith("M:", StringComparison.Ordinal) ? stem.Split("``")[0] : stem;
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        Type or ConstructorInfo => false,
        _ when member.IsDefined(typeof(CompilerGeneratedAttribute)) => false,
        MethodInfo method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible) && property.Name != "EqualityContract",
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        EventInfo @event => @event.AddMethod is { } add && IsVisible(add),
        _ => false,
    };

    private static bool IsVisible(MethodInfo method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static char Letter(MemberInfo member) => member switch
    {
        MethodInfo => 'M',
        PropertyInfo => 'P',
        FieldInfo => 'F',
        _ => 'E',
    };
}
