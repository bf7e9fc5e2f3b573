using System.Text.RegularExpressions;
using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>Native calls and AWS's SDK stay behind the one project that is there for them.</summary>
internal sealed partial class OwnedCodeRule : IRule
{
    private const string NativeOwner = "src/DuckDb/";
    private static readonly string[] AwsOwners = ["src/ObjectStore/", "src/AwsJson/"];

    public string Advice => "Move the code into src/DuckDb (native calls) or src/ObjectStore (AWS), and give others a type of ours.";

    public IEnumerable<string> Breaches(SourceTree tree)
    {
        foreach (var file in tree.Ending(".cs"))
        {
            var text = tree.Text(file);
            if (!file.StartsWith(NativeOwner, StringComparison.Ordinal) && NativeImport().IsMatch(text))
            {
                yield return $"'{file}' imports native functions.";
            }

            if (!IsTest(file) && !AwsOwners.Any(owner => file.StartsWith(owner, StringComparison.Ordinal)) && AwsNamespace().IsMatch(text))
            {
                yield return $"'{file}' uses AWS's SDK.";
            }
        }

        foreach (var project in Project.All(tree).Where(project => !project.IsForTests && !AwsOwners.Contains(project.Folder + "/")))
        {
            foreach (var package in project.Packages.Where(package => package.StartsWith("AWSSDK.", StringComparison.Ordinal)))
            {
                yield return $"'{project.Path}' references '{package}'.";
            }
        }
    }

    private static bool IsTest(string file) =>
        file.StartsWith("tests/", StringComparison.Ordinal) || file.StartsWith("bench/", StringComparison.Ordinal);

    [GeneratedRegex(@"\[(?:LibraryImport|DllImport)\b")]
    private static partial Regex NativeImport();

    [GeneratedRegex(@"^using (?:static )?Amazon\b", RegexOptions.Multiline)]
    private static partial Regex AwsNamespace();
}
