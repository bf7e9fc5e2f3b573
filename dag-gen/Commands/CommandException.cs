namespace Slipstream.DagGen.Commands;

/// <summary>A command cannot do what was asked for; the message says what to do. Exit code 2.</summary>
internal sealed class CommandException : Exception
{
    private CommandException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>For groups of commands that have factories of their own.</summary>
    public static CommandException Of(string message) => new(message);

    public static CommandException UnknownPipeline(string id, IEnumerable<string> known) =>
        new($"There is no pipeline '{id}'. There is: {string.Join(", ", known)}.");

    public static CommandException PipelineNotNamed(IEnumerable<string> known) =>
        new($"There is more than one pipeline. Name one of {string.Join(", ", known)}.");

    public static CommandException TwoPipelines(string id, string example) =>
        new($"'{id}' and --example {example} are two pipelines. Name one of them.");

    public static CommandException MalformedOverride(string text) =>
        new($"'{text}' sets nothing. Write --set TASK.VARIABLE=VALUE, as in --set extract.REQUESTS=10.");

    public static CommandException UnknownTask(string setting, string task, IEnumerable<string> known) =>
        new($"{setting} names the task '{task}', which the pipeline lacks. Its tasks are {string.Join(", ", known)}.");

    public static CommandException MalformedAssignment(string option, string text, string example) =>
        new($"{option} {text} cannot be read. Write it as in {option} {example}.");

    public static CommandException MalformedDelay(string text) =>
        new($"--retry-delay {text} is no pause. Write whole seconds, or model.");

    public static CommandException ForeignImage(string task, string image) => new(
        $"Task '{task}' runs the image '{image}', which is not a stage of ours. Say with --program '{task}=COMMAND' what stands in for it here, "
        + "or see with --what-if how the run would go.");

    public static CommandException ForeignProgram(string task) => new(
        $"Task '{task}' has a command of its own, which may be anywhere in its image. Say with --program '{task}=COMMAND' what stands in for it here.");

    public static CommandException UnknownArgument(string task, string template) => new(
        $"An argument of '{task}' is the template '{template}', which only Airflow can render. "
        + $"Say with --program '{task}=COMMAND' what stands in for the task here.");

    public static CommandException UnknownTemplate(string task, string variable, string template) => new(
        $"Variable '{variable}' of '{task}' is the template '{template}', which only Airflow can render. "
        + $"Give its value with --set {task}.{variable}=VALUE.");

    public static CommandException UnknownVariable(string setting, string task, string variable, IEnumerable<string> known) =>
        new($"--set {setting} names the variable '{variable}', which '{task}' does not read. It reads {string.Join(", ", known)}.");

    public static CommandException MissingPrograms(IReadOnlyList<string> paths) => new(
        $"{(paths.Count == 1 ? "This program is" : "These programs are")} missing: {string.Join(", ", paths.Select(path => $"'{path}'"))}. "
        + "Build the solution first, or say with --bin and --configuration where its programs are.");

    public static CommandException NoEngine() =>
        new("--with container needs podman or docker, and neither is on the PATH. Install one (Debian: apt-get install podman), and build the images with ./build.sh images.");

    public static CommandException NotStartable(string path, Exception cause) =>
        new($"The program '{path}' cannot be started: {cause.Message}", cause);

    public static CommandException NoDatabase(string folder) =>
        new($"'{folder}' has no database.json, and the policies need its name: write one, or correct CURATED_META_DATA.");

    public static CommandException NotWritable(string path, Exception cause) =>
        new($"'{path}' cannot be written: {cause.Message}", cause);
}
