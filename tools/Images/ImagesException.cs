namespace Slipstream.Images;

/// <summary>The images cannot be built as asked; the message says what to do. Exit code 2, or 3 if a program failed.</summary>
internal sealed class ImagesException : Exception
{
    private ImagesException(int exitCode, string message)
        : base(message) => ExitCode = exitCode;

    public int ExitCode { get; }

    public static ImagesException Usage(string argument) => new(2,
        $"'{argument}' is not understood, or lacks its value.\n{ImagesOptions.Help}");

    public static ImagesException UnknownStage(string name, IEnumerable<string> known) => new(2,
        $"There is no image '{name}'. There are: {string.Join(", ", known)}.");

    public static ImagesException NoEngine(IEnumerable<string> asked) => new(2,
        $"Nothing here builds images: {string.Join("; ", asked)}. Install one of them (Debian: apt-get install podman), or start its service, and try again.");

    public static ImagesException NoRegistry() => new(2, "--push needs to know where to: add --registry HOST/PATH.");

    public static ImagesException OneStageToABill() => new(2, "--bill-of is of one image: say which with one --stage NAME.");

    public static ImagesException NoProgram(string folder, string name) => new(2,
        $"'{folder}' is not the root of the image '{name}': there is no {name}.deps.json in its working folder. Unpack the image there, or name another --stage.");

    public static ImagesException NotARelease(string tag, IEnumerable<string> reasons) => new(2,
        $"This is not release {tag}: {string.Join("; ", reasons)}. Without --tag a development build is made.");

    public static ImagesException NoDebianPackages(string detail) => new(2,
        $"The base cannot be made from Debian packages here: {detail} On Debian run 'apt-get update' first; elsewhere name a base with --base IMAGE.");

    public static ImagesException Failed(string program, int exitCode, string output) => new(3,
        $"'{program}' ended with exit code {exitCode}.\n{output.Trim()}");
}
