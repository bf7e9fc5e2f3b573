using Slipstream.Testing.Aws.S3;

namespace Slipstream.Testing.Aws.Protocols;

/// <summary>What S3 is asked by method, path and headers. Only what our client sends is understood; anything else is a breach.</summary>
internal sealed class S3Protocol(BreachLog breaches, LoopbackS3 s3) : IAwsProtocol
{
    public bool Speaks(LoopbackHttpRequest request) => true;

    public AwsCall Understand(LoopbackHttpRequest request)
    {
        var target = S3Target.Of(request);
        var operation = S3Operation.Of(request, target)
            ?? throw breaches.Add("NotImplemented", $"S3 is not asked '{request.Method} {request.Path}' by our client.", 501);
        if (operation.Foreign(request).ToList() is { Count: > 0 } foreign)
        {
            throw breaches.Add("NotImplemented", $"S3 {operation.Name} of '{request.Path}' carries {string.Join(", ", foreign)}.", 501);
        }

        return Signature.IsFor(request, "s3", "x-amz-content-sha256")
            ? new AwsCall("s3", operation.Name, []) { Http = request, Target = target }
            : throw breaches.Add("AccessDenied", $"{request.Method} {request.Path} is signed '{request.Header("Authorization")}'.", 403);
    }

    public LoopbackHttpReply Do(AwsCall call)
    {
        var reply = s3.Do(call);
        return reply with { Headers = S3Xml.Headers(call.Http).Concat(reply.Headers).ToDictionary() };
    }

    public LoopbackHttpReply Refuse(AwsRefusalException refusal, LoopbackHttpRequest request) => S3Xml.Refusal(refusal, request);
}
