using Slipstream.Iam.Evaluation;

namespace Slipstream.Testing.Aws.Authorisation;

/// <summary>
/// What AWS asks IAM before it does a call. Written from AWS's pages on actions, resources and condition keys, and from nothing
/// that makes or judges policies: else a mistake made twice would pass.
/// </summary>
internal sealed class RequestMapper(LoopbackAws aws)
{
    private readonly S3Mapper _s3 = new(aws.S3);
    private readonly AthenaMapper _athena = new(aws.Athena, aws.Glue);

    /// <exception cref="InvalidOperationException">Nobody has said what such a call needs: it is not guessed.</exception>
    public IReadOnlyList<AccessRequest> Map(AwsCall call) => call.Service switch
    {
        "s3" => [.. _s3.Map(call)],
        "glue" => [.. GlueMapper.Map(call)],
        "athena" => [.. _athena.Map(call)],
        "sts" => [], // Who one is, anybody may ask; an unsigned request is the trust policy's matter.
        _ => throw new InvalidOperationException($"Nobody has said what '{call}' needs."),
    };
}
