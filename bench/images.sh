#!/usr/bin/env bash
# What the images cost: bytes to pull, time from the start of a container's process to its first log line, and memory at the most, on
# the sample. Needs podman, /usr/bin/time and what ./build.sh run has built. Build the images first: ./build.sh images.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tag="v$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)"
work=$(mktemp -d)
trap 'kill "${replay:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
images="extract test-extract run-curated deploy-database slipstream"

# Registries keep layers compressed, and so does a folder that is pushed to.
megabytes() {
    rm -rf "$work/pushed"
    podman push --quiet --compress "localhost/slipstream/$1:$tag-dev" "dir:$work/pushed" >/dev/null
    du -sb "$work/pushed" | awk '{ printf "%.1f", $1 / 1e6 }'
}

# The middle one of nine: the engine writes down when the process started and when each line came.
first_line() {
    local run started line
    for run in 1 2 3 4 5 6 7 8 9; do
        podman run --name "slipstream-bench-$$" --log-driver=k8s-file --read-only --network=none --cap-drop=ALL --volume "$work:$work" \
            --env STAGE="$1" --env TABLE=a --env LAND_PATH=s3://land/a/ --env RAW_HIST_PATH=s3://raw-hist/a/ --env QUARANTINE_PATH=s3://quarantine/a/ \
            --env CURATED_PATH=s3://curated/a/ --env CATALOG="file://$work/c" --env RUN_TIMESTAMP=1573569000 --env SNAPSHOT_DATE=2019-11-12 \
            --env SOURCE_URL=http://127.0.0.1:9/ --env OBJECT_STORE="file://$work/s" "localhost/slipstream/$2:$tag-dev" --plan >/dev/null 2>&1 || true
        started=$(podman inspect --format '{{.State.StartedAt.UnixMilli}}' "slipstream-bench-$$")
        line=$(podman logs --timestamps "slipstream-bench-$$" 2>&1 | awk 'NR == 1 { print $1 }')
        echo $(($(date -d "$line" +%s%3N) - started))
        podman rm "slipstream-bench-$$" >/dev/null
    done | sort -n | sed -n 5p
}

# Where nothing starts, there is nothing to measure; podman says why.
podman run --rm --network=none "localhost/slipstream/extract:$tag-dev" --help >/dev/null || { echo "podman does not run the images: see above. Are they built (./build.sh images)?" >&2; exit 1; }

# The programs that are in the images, over the sample.
: >"$work/replay"
artifacts/bin/local/release/local replay >"$work/replay" &
replay=$!
until grep -q http "$work/replay"; do sleep 0.1; done
url=$(grep -o 'http://[^ ]*postcodes' "$work/replay")
# time says kibibytes.
measured() { echo "$1=/usr/bin/time -o $work/$1.peak -f %M artifacts/publish/$1/release_linux-x64/$1"; }
artifacts/bin/dag-gen/release/dag-gen run --work "$work/run" --set "extract.SOURCE_URL=$url" \
    --program "$(measured extract)" --program "$(measured test-extract)" --program "$(measured run-curated)" --program "$(measured deploy-database)" >"$work/log" ||
    { cat "$work/log"; exit 1; }

printf '%-16s %14s %16s %12s\n' image "MB compressed" "ms to first line" "MB at most"
for image in $images; do
    stage=${image/slipstream/run-curated}
    peak=$([[ -f $work/$image.peak ]] && awk '{ printf "%d", $1 * 1024 / 1e6 }' "$work/$image.peak" || echo -)
    printf '%-16s %14s %16s %12s\n' "$image" "$(megabytes "$image")" "$(first_line "$stage" "$image")" "$peak"
done
