using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Slipstream.AwsJson.Errors;
using Slipstream.AwsJson.Glue;
using Slipstream.Contracts;
using Slipstream.Testing;

namespace Slipstream.AwsJson.Tests;

/// <summary>What goes over the wire, and what becomes of bad answers.</summary>
public sealed class ProtocolTests
{
    private static readonly GetDatabaseRequest Request = new() { Name = "example_db" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_a_signed_post_that_names_its_operation_in_a_header()
    {
        LoopbackHttpRequest? seen = null;
        await using var server = LoopbackHttp.Start(request =>
        {
            seen = request;
            return Json("""{ "Database": { "Name": "example_db", "Description": "Known.", "Unknown": [1, { }] } }""");
        });
        using var client = Open(server);

        var answer = await client.GetDatabaseAsync(Request, Cancel);

        Assert.Equal("Known.", answer.Database?.Description);
        Assert.Equal(("POST", "/"), (seen!.Method, seen.Path));
        Assert.Equal("application/x-amz-json-1.1", seen.Header("Content-Type"));
        Assert.Equal("AWSGlue.GetDatabase", seen.Header("X-Amz-Target"));
        Assert.Equal("""{"Name":"example_db"}""", Encoding.UTF8.GetString(seen.Body.Span));
        Assert.Contains("/eu-west-1/glue/aws4_request, SignedHeaders=", seen.Header("Authorization"), StringComparison.Ordinal);
        Assert.Contains("api/Glue#", seen.Header("User-Agent"), StringComparison.Ordinal);
        Assert.Contains(" app/slipstream ", seen.Header("User-Agent"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EntityNotFoundException", typeof(EntityNotFoundException))]
    [InlineData("AlreadyExistsException", typeof(AlreadyExistsException))]
    [InlineData("ConcurrentModificationException", typeof(ConcurrentModificationException))]
    [InlineData("VersionMismatchException", typeof(ConcurrentModificationException))]
    [InlineData("ResourceNumberLimitExceededException", typeof(ResourceNumberLimitExceededException))]
    [InlineData("InvalidInputException", typeof(InvalidInputException))]
    [InlineData("InvalidRequestException", typeof(InvalidInputException))]
    [InlineData("ValidationException", typeof(InvalidInputException))]
    [InlineData("AccessDeniedException", typeof(AccessDeniedException))]
    [InlineData("ConcurrentRunsExceededException", typeof(ConcurrentRunsExceededException))]
    [InlineData("com.amazonaws.glue#EntityNotFoundException", typeof(EntityNotFoundException))]
    [InlineData("GlueEncryptionException", typeof(AwsException))]
    public async Task A_refusal_becomes_the_exception_of_its_code(string code, Type type)
    {
        await using var server = LoopbackHttp.Start(_ => Refuse(code, "What is wrong"));
        using var client = Open(server);

        var exception = await Assert.ThrowsAnyAsync<AwsException>(() => client.GetDatabaseAsync(Request, Cancel));

        Assert.Equal(type, exception.GetType());
        Assert.Equal($"Glue GetDatabase failed: {code.Split('#')[^1]} (HTTP 400, request id 'the-request'): What is wrong.", exception.Message);
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData("ThrottlingException", 400)]
    [InlineData("TooManyRequestsException", 400)]
    [InlineData("Throttling", 400)]
    [InlineData("", 429)]
    public async Task A_service_that_asks_to_slow_down_is_asked_again_and_gives_up_as_throttled(string code, int status)
    {
        await using var server = LoopbackHttp.Start(request => request.Number == 0 ? Refuse(code, "Rate exceeded", status) : Json("{}"));
        using var client = Open(server);
        Assert.Null((await client.GetDatabaseAsync(Request, Cancel)).Database);
        Assert.Equal(2, server.Requests);

        await using var busy = LoopbackHttp.Start(_ => Refuse(code, "Rate exceeded", status));
        using var unlucky = Open(busy, config => config.MaxErrorRetry = 1);
        var exception = await Assert.ThrowsAsync<ThrottlingException>(() => unlucky.GetDatabaseAsync(Request, Cancel));

        Assert.Equal(2, busy.Requests);
        Assert.Contains("run the stage again later", AwsAdvice.ToStage(exception).Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.OutsideFailed, AwsAdvice.ToStage(exception).ExitCode);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_service_with_a_fault_is_asked_again(int status)
    {
        await using var server = LoopbackHttp.Start(request => request.Number == 0 ? Refuse("InternalServiceException", "Sorry", status) : Json("{}"));
        using var client = Open(server);

        await client.GetDatabaseAsync(Request, Cancel);

        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_made_again_and_given_up_with_the_address_to_check()
    {
        await using var server = LoopbackHttp.Start(request => request.Number == 0 ? LoopbackHttpReply.BrokenOff : Json("{}"));
        using var client = Open(server);
        await client.GetDatabaseAsync(Request, Cancel);
        Assert.Equal(2, server.Requests);

        await using var broken = LoopbackHttp.Start(_ => LoopbackHttpReply.BrokenOff);
        using var unlucky = Open(broken, config => config.MaxErrorRetry = 0);
        var exception = await Assert.ThrowsAsync<AwsException>(() => unlucky.GetDatabaseAsync(Request, Cancel));

        Assert.StartsWith("Glue GetDatabase got no answer:", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_ENDPOINT_URL_GLUE", AwsAdvice.ToStage(exception).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_gets_no_answer_in_time_has_failed()
    {
        await using var server = LoopbackHttp.Start(async request =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.Stopping);
            return Json("{}");
        });
        using var client = Open(server, config => (config.MaxErrorRetry, config.Timeout) = (0, TimeSpan.FromMilliseconds(200)));

        var exception = await Assert.ThrowsAsync<AwsException>(() => client.GetDatabaseAsync(Request, Cancel));

        Assert.Null(exception.Failure.Code);
    }

    [Fact]
    public async Task A_caller_who_cancels_is_told_so_and_not_that_the_service_failed()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var server = LoopbackHttp.Start(async request =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.Stopping);
            return Json("{}");
        });
        using var client = Open(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetDatabaseAsync(Request, cancel.Token));

        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_corrected_by_the_services_own()
    {
        var ahead = TimeProvider.System.GetUtcNow().AddHours(2);
        var dates = new List<DateTimeOffset>();
        await using var server = LoopbackHttp.Start(request =>
        {
            dates.Add(DateTimeOffset.ParseExact(request.Header("X-Amz-Date")!, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
            return dates.Count == 1
                ? Refuse("InvalidSignatureException", "Signature expired") with { Headers = new Dictionary<string, string> { ["Date"] = ahead.ToString("R", CultureInfo.InvariantCulture) } }
                : Json("{}");
        });
        using var client = Open(server);

        await client.GetDatabaseAsync(Request, Cancel);

        Assert.Equal(2, dates.Count);
        Assert.InRange(dates[1], ahead.AddMinutes(-5), ahead.AddMinutes(5));
    }

    [Theory]
    [InlineData(200, "not JSON")]
    [InlineData(200, "null")]
    [InlineData(403, "<html>A proxy's page</html>")]
    [InlineData(400, "")]
    public async Task An_answer_that_is_not_the_services_is_a_failure_of_the_outside(int status, string body)
    {
        await using var server = LoopbackHttp.Start(_ => new LoopbackHttpReply(status, Encoding.UTF8.GetBytes(body)));
        using var client = Open(server, config => config.MaxErrorRetry = 0);

        var exception = await Assert.ThrowsAnyAsync<AwsException>(() => client.GetDatabaseAsync(Request, Cancel));

        Assert.Equal(status == 200 ? 0 : (HttpStatusCode)status, exception.Failure.Status);
        Assert.Equal(ExitCode.OutsideFailed, AwsAdvice.ToStage(exception).ExitCode);
    }

    [Fact]
    public async Task Characters_beyond_ascii_arrive_as_they_are()
    {
        JsonElement seen = default;
        await using var server = LoopbackHttp.Start(request =>
        {
            seen = JsonElement.Parse(request.Body.Span);
            return Json("{}");
        });
        using var client = Open(server);

        await client.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = "d", Description = "© Crown \"copyright\" 𝒳" } }, Cancel);

        Assert.Equal("© Crown \"copyright\" 𝒳", seen.GetProperty("DatabaseInput").GetProperty("Description").GetString());
    }

    private static AmazonGlueClient Open(LoopbackHttp server, Action<ClientConfig>? adjust = null) => new(config =>
    {
        config.ServiceURL = server.Url.ToString();
        config.AuthenticationRegion = "eu-west-1";
        config.DefaultAWSCredentials = new BasicAWSCredentials("any", "any");
        adjust?.Invoke(config);
    });

    private static LoopbackHttpReply Json(string body) => LoopbackHttpReply.Json(body) with { ContentType = "application/x-amz-json-1.1" };

    private static LoopbackHttpReply Refuse(string code, string message, int status = 400) =>
        new(status, Encoding.UTF8.GetBytes($$"""{"__type":"{{code}}","message":"{{message}}"}"""))
        {
            Headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = "the-request" },
        };
}
