namespace Slipstream.Metadata.Inference;

/// <summary>What the values seen so far have in common.</summary>
public enum InferredKind
{
    /// <summary>No value but nulls, or none at all.</summary>
    Nothing,

    /// <summary>True and false.</summary>
    Boolean,

    /// <summary>Numbers whose digits are known: whole ones, or some with a fraction.</summary>
    Number,

    /// <summary>Numbers with an exponent, or with more digits than a decimal holds.</summary>
    Double,

    /// <summary>Texts, all of them dates.</summary>
    Date,

    /// <summary>Texts, all of them a date with a time.</summary>
    DateTime,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Lists.</summary>
    List,

    /// <summary>Objects.</summary>
    Struct,

    /// <summary>Values that no one type holds, such as texts and numbers.</summary>
    Mixed,
}
