namespace Slipstream.DagGen.Model;

/// <summary>A Kubernetes secret that a container gets. Its value is never in the model.</summary>
/// <param name="Name">The secret's name in the cluster.</param>
internal abstract record Secret(string Name)
{
    /// <summary>One of the secret's keys as a variable.</summary>
    public static Secret AsVariable(string variable, string name, string key) => new VariableSecret(variable, name, key);

    /// <summary>All keys of the secret as files of a folder.</summary>
    public static Secret AsFiles(string folder, string name) => new FileSecret(folder, name);
}
