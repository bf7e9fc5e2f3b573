using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.ObjectStore.Identity;

namespace Slipstream.StageHost;

/// <summary>Says as whom the stage calls AWS, and stops one that is somebody else than it should be.</summary>
internal static class CallerCheck
{
    public static void Check(Caller caller, IamRole? expected, ILogger logger)
    {
        if (caller.Arn is not { } arn)
        {
            Unknown(caller.WhyUnknown, expected, logger);
            return;
        }

        Log.Caller(logger, arn, caller.Account);
        if (expected?.IsRoleOf(arn) == false)
        {
            throw StageException.SettingsWrong(
                $"The caller is '{arn}', but EXPECTED_ROLE is '{expected}'. Nothing was read. Give the pod the service account of that role, or correct EXPECTED_ROLE.");
        }
    }

    private static void Unknown(string why, IamRole? expected, ILogger logger)
    {
        if (expected is not null)
        {
            throw StageException.OutsideFailed(
                $"EXPECTED_ROLE is '{expected}', but the caller is unknown, and nothing was read: {why} Give the stage a way to STS, or leave EXPECTED_ROLE unset.");
        }

        Log.CallerUnknown(logger, why);
    }
}
