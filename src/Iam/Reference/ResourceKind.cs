namespace Slipstream.Iam.Reference;

/// <summary>A kind of resource, such as <c>bucket</c>.</summary>
/// <param name="Name">Its name in the Service Authorization Reference.</param>
/// <param name="Form">Its ARN, with placeholders such as <c>${BucketName}</c>.</param>
/// <param name="Keys">Condition keys that a resource of the kind brings along.</param>
public sealed record ResourceKind(string Name, string Form, IReadOnlyList<string> Keys)
{
    private readonly ArnForm _form = new(Form);

    /// <summary>Whether a pattern of a policy can take in a resource of this kind.</summary>
    public bool Fits(string pattern) => _form.Fits(pattern);
}
