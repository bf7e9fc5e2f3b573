using Slipstream.Iam.Reference;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>What can be wrong with the arguments of <c>dag-gen iam</c>.</summary>
internal static class IamException
{
    extension(CommandException)
    {
        public static CommandException UnknownRole(string role, IEnumerable<string> known) =>
            CommandException.Of($"There is no role '{role}'. There is: {string.Join(", ", known)}.");

        public static CommandException MalformedContext(string text) =>
            CommandException.Of($"--context {text} cannot be read. Write it as in --context s3:prefix=folder/.");

        public static CommandException MalformedAction(string text) =>
            CommandException.Of($"'{text}' is no action. Write service and name, as in s3:GetObject.");

        public static CommandException UnknownAction(string text, string instead) =>
            CommandException.Of($"IAM knows no action '{text}'. Write {instead}.");

        public static CommandException MalformedResource(string text) =>
            CommandException.Of($"'{text}' is no resource. Write an ARN, an S3 path such as s3://bucket/key, or '*' for actions that know none.");

        public static CommandException PatternAsked(string text) =>
            CommandException.Of($"'{text}' is a pattern, and a request is about one thing. Write a name where the '*' is.");

        public static CommandException NoSuchRequest(AuthorizedAction action, string resource) => CommandException.Of(action switch
        {
            { Kinds.Count: 0 } => $"{action.Name} knows no resources: there is no such request on '{resource}'. Ask on '*'.",
            { Name: "s3:ListBucket" } => $"{action.Name} is asked on a bucket, and '{resource}' is none. Ask on the bucket, with --context s3:prefix=FOLDER/ for what is listed.",
            _ => $"{action.Name} is for resources of the kind {action.On}, and '{resource}' is none.",
        });

        public static CommandException UnknownKey(string key, AuthorizedAction action) => CommandException.Of(
            $"--context {key}: requests of {action.Name} have no such key. {(action.AllKeys.Any() ? $"They have {string.Join(", ", action.AllKeys)}, and" : "They have")} those of AWS (aws:…).");

        public static CommandException UnreadableFile(string path, string why) =>
            CommandException.Of($"'{path}' cannot be read: {why}");

        public static CommandException UnknownCall(string file, int line, string call) =>
            CommandException.Of($"{file}:{line}: '{call}' is neither a call that is known here nor an action of IAM. Write one on each line, as in s3:CopyObject.");

        public static CommandException NoMessage() =>
            CommandException.Of("Nothing was denied in that. Give the whole sentence that AWS wrote, in quotes: '… is not authorized to perform: …'.");

        public static CommandException NoRoles(string environment) =>
            CommandException.Of($"The environment '{environment}' has no AWS account, and so no roles. Ask for another with --environment.");

        public static CommandException NotAlike(string old, string current) =>
            CommandException.Of($"'{old}' and '{current}' are a file and a folder. Compare two files or two folders.");

        public static CommandException BaselineOfMany(string old, int policies) =>
            CommandException.Of($"--baseline {old} is one policy, and {policies} are judged. Name the one FILE that it was, or a folder such as iam/ of an older release.");

        public static CommandException NoPolicies(string folder) =>
            CommandException.Of($"'{folder}' holds no policy: no *.json file with Version and Statement.");
    }
}
