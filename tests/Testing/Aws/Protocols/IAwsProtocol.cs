namespace Slipstream.Testing.Aws.Protocols;

/// <summary>A way in which AWS's services are asked, and answer.</summary>
internal interface IAwsProtocol
{
    /// <summary>Whether a request is of this kind.</summary>
    bool Speaks(LoopbackHttpRequest request);

    /// <exception cref="AwsRefusalException">The request is not one that our clients make.</exception>
    AwsCall Understand(LoopbackHttpRequest request);

    /// <summary>Does it.</summary>
    LoopbackHttpReply Do(AwsCall call);

    /// <summary>The answer that says no.</summary>
    LoopbackHttpReply Refuse(AwsRefusalException refusal, LoopbackHttpRequest request);
}
