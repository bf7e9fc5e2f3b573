#!/usr/bin/env bash
# The one door: ./build.sh help lists the targets. The work is in build.cake.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

missing=()
if ! command -v dotnet >/dev/null || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    missing+=("the .NET 10 SDK (Debian package dotnet-sdk-10.0, or https://dotnet.microsoft.com/download/dotnet/10.0)")
fi
if ! command -v npm >/dev/null; then
    missing+=("npm (Debian: apt-get install npm)")
fi
if ((${#missing[@]})); then
    echo "build.sh: please install:" >&2
    printf '  - %s\n' "${missing[@]}" >&2
    exit 2
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
if [[ ! -f artifacts/cake/restored || .config/dotnet-tools.json -nt artifacts/cake/restored ]]; then
    dotnet tool restore --verbosity quiet >/dev/null
    mkdir -p artifacts/cake && touch artifacts/cake/restored
fi

target=${1:-help}
shift || true
# Arguments reach the target one by one, whatever they hold.
SLIPSTREAM_ARGUMENTS=$(printf '%s\x1f' "$@")
export SLIPSTREAM_ARGUMENTS
exec dotnet cake build.cake --target="$target" --verbosity=quiet
