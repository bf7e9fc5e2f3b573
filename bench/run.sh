#!/usr/bin/env bash
# How long somebody waits who has just cloned: the first ./build.sh run, and those after it (median of five).
# Package caches are as they are; NUGET_PACKAGES and npm_config_cache may point to empty folders for a colder start.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git clone --quiet "$root" "$folder/slipstream"
cd "$folder/slipstream"

seconds() {
    local start end
    start=$(date +%s%N)
    "$@" >/dev/null
    end=$(date +%s%N)
    echo $(((end - start) / 1000000))
}

cold=$(seconds ./build.sh run)
warm=$(for _ in 1 2 3 4 5; do seconds ./build.sh run; done | sort -n | sed -n 3p)
printf 'cold run: %d.%d s (at most 240)\nwarm run: %d.%d s (at most 15)\n' $((cold / 1000)) $((cold % 1000 / 100)) $((warm / 1000)) $((warm % 1000 / 100))
