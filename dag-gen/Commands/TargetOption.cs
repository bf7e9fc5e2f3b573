using System.CommandLine;
using Slipstream.DagGen.Airflow;

namespace Slipstream.DagGen.Commands;

internal static class TargetOption
{
    public static Option<Target> Create()
    {
        var option = new Option<Target>("--target")
        {
            Description = "The releases of Airflow that the files are for.",
            HelpName = string.Join('|', Target.All),
            DefaultValueFactory = _ => Target.Both,
        };
        option.CustomParser = result =>
        {
            try
            {
                return Target.Parse(result.Tokens[0].Value);
            }
            catch (FormatException exception)
            {
                result.AddError(exception.Message);
                return null;
            }
        };
        return option;
    }
}
