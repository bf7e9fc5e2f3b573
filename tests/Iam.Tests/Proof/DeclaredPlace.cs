namespace Slipstream.Iam.Tests.Proof;

/// <summary>Where what is declared lies, and what the metadata name.</summary>
internal sealed record DeclaredPlace(string Account, string Region, IReadOnlyDictionary<string, DeclaredDatabase> Databases)
{
    public string Glue => $"arn:aws:glue:{Region}:{Account}:";

    public string Athena => $"arn:aws:athena:{Region}:{Account}:";
}
