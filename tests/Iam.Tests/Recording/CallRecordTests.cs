using Slipstream.Iam.Reading;
using Slipstream.Iam.Recording;
using Slipstream.Iam.Tests.Evaluation;

namespace Slipstream.Iam.Tests.Recording;

public sealed class CallRecordTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var call = new RecordedCall("role", "a retry", "s3:CopyObject",
            [SomePolicy.Request("s3:GetObject", "arn:aws:s3:::a/x"), SomePolicy.Request("s3:PutObject", "arn:aws:s3:::b/x", ("s3:if-none-match", ["*"]))]);

        var line = CallRecord.Write(call);
        var read = Assert.Single(CallRecord.Read(line + "\n\n", "calls.jsonl"));

        Assert.DoesNotContain('\n', line);
        Assert.Equal((call.Role, call.Scenario, call.Operation), (read.Role, read.Scenario, read.Operation));
        Assert.Equal(call.Requests.Select(request => (request.Action, request.Resource)), read.Requests.Select(request => (request.Action, request.Resource)));
        Assert.Equal(["*"], read.Requests[1].Context["S3:If-None-Match"]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"role\": \"r\"}")]
    [InlineData("{\"role\": null, \"scenario\": \"\", \"operation\": \"\", \"requests\": []}")]
    public void What_is_no_call_is_refused_with_its_line(string line) => Assert.StartsWith(
        "calls.jsonl:2: this is no recorded call", Assert.Throws<PolicyException>(() => CallRecord.Read("\n" + line, "calls.jsonl")).Message, StringComparison.Ordinal);
}
