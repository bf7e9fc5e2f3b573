using Slipstream.Repository.Tests.Reading;

namespace Slipstream.Repository.Tests.Rules;

/// <summary>Something that holds for the whole tree.</summary>
internal interface IRule
{
    /// <summary>What to do about a breach.</summary>
    string Advice { get; }

    /// <summary>Everything that breaks the rule, one line each.</summary>
    IEnumerable<string> Breaches(SourceTree tree);
}
