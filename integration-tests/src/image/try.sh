#!/bin/bash
# Builds the Dockerfile without an engine and runs what it makes: see integration-tests/README.md.
# Needs Debian, root, buildah, debootstrap, unshare, and sandbox-core/target/sandbank.jar. MIRROR=URL for another mirror of Debian.
set -euo pipefail
cd "$(dirname "$0")/../../.."

WORK=$PWD/integration-tests/target/image
TOKEN=try-t0ken
PORT=18980
PATH=$PATH:/usr/sbin
mkdir -p "$WORK"
export BUILDAH_ISOLATION=chroot
trap 'kill $(jobs -p) 2> /dev/null || true' EXIT

said() { printf '%-72s %s\n' "$1" "$2"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }
image() { buildah --root "$WORK/storage" --runroot "$WORK/run" --storage-driver vfs "$@"; }

for program in buildah debootstrap unshare curl; do command -v $program > /dev/null || fail "there is no $program"; done
[[ $(id -u) == 0 ]] || fail "chroot isolation needs root"
[[ -f sandbox-core/target/sandbank.jar ]] || fail "no sandbank.jar: mvn -DskipTests package"

# Stand-ins for the images that a registry would have: Debian, and Debian with its Java.
base() {
    if [[ ! -e $WORK/debian.done ]]; then
        rm -rf "$WORK/debian"
        debootstrap --variant=minbase bookworm "$WORK/debian" ${MIRROR:-} > "$WORK/debootstrap.log"
        (cd "$WORK/debian" && rm -rf var/cache/apt/* var/lib/apt/lists/* usr/share/{doc,man,info,locale}) # as in slim images
        touch "$WORK/debian.done"
    fi
    image inspect localhost/debian > /dev/null 2>&1 || commit localhost/debian scratch
    image inspect localhost/jre > /dev/null 2>&1 || commit localhost/jre localhost/debian openjdk-17-jre-headless
    image inspect localhost/jdk > /dev/null 2>&1 || commit localhost/jdk localhost/debian openjdk-17-jdk-headless
}

commit() { # image from [package]
    local container; container=$(image from "$2")
    [[ $2 == scratch ]] && image add -q "$container" "$WORK/debian" / > /dev/null
    [[ -z ${3:-} ]] || image run "$container" -- sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends $3 && rm -rf /var/lib/apt/lists/*" > "$WORK/apt.log" 2>&1
    image commit -q --rm "$container" "$1" > /dev/null
}

settings() { # image: what an engine would take from it
    local container; container=$(image from "$1")
    list() { image inspect --format "{{range $1}}{{println .}}{{end}}" "$container" | grep .; }
    ROOT=$(image mount "$container")
    RUNS_AS=$(image inspect --format '{{.OCIv1.Config.User}}' "$container")
    mapfile -t VARIABLES < <(list .OCIv1.Config.Env)
    mapfile -t ENTRYPOINT < <(list .OCIv1.Config.Entrypoint)
    mapfile -t DEFAULT < <(list .OCIv1.Config.Cmd)
    mapfile -t HEALTH < <(list .Docker.Config.Healthcheck.Test | tail -n +2)
    VARIABLES+=(SANDBANK_PORT=$PORT SANDBANK_CONTROL_TOKEN=$TOKEN SANDBANK_BANK=apiture SANDBANK_PUBLIC_HOST=localhost)
    CONTAINER=$container
}

# A command as an engine would run it, as far as namespaces can: its user and variables, as process 1, with nothing to write to.
inside() {
    unshare --mount --pid --fork --kill-child=KILL bash -c '
        root=$1 user=$2; shift 2
        mount --bind "$root" "$root"; cd "$root"
        mount -t proc proc "$root/proc"; mount --bind /dev "$root/dev"; mount -o remount,bind,ro "$root"
        exec chroot --userspec="$user" "$root" env -i "$@"' - "$ROOT" "$RUNS_AS" "${VARIABLES[@]}" "$@"
}

# The health check of the Dockerfile, with patience for a busy machine.
healthy() { inside "${HEALTH[@]}" "http://127.0.0.1:$PORT" --timeout 60 > "$WORK/health.out" 2>&1; }

api() { curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' "$@"; }

run() { # image
    settings "$1"
    said "$1: unpacked" "$(du -sm "$ROOT" | cut -f1) MB"
    [[ $RUNS_AS =~ ^[1-9][0-9]*: ]] || fail "$1 runs as $RUNS_AS"
    said "$1: --version, by buildah run" "$(image run "$CONTAINER" -- "${ENTRYPOINT[@]}" --version)"
    touch "$ROOT/sentinel"; inside sh -c 'touch /sentinel /tmp/x 2> /dev/null' && fail "$1 can write"
    ! healthy || fail "$1 is healthy before it runs"

    inside "${ENTRYPOINT[@]}" "${DEFAULT[@]}" > "$WORK/serve.out" 2> "$WORK/serve.err" &
    local shell=$!
    for _ in $(seq 60); do healthy && break; sleep 0.5; done
    healthy || fail "$1 does not get healthy: $(cat "$WORK/health.out")"
    said "$1: serve as $RUNS_AS, read-only without /tmp" "$(cat "$WORK/serve.out")"
    said "$1: health" "$(cat "$WORK/health.out")"
    said "$1: issuer for Host localhost" "$(curl -s localhost:$PORT/oidc/.well-known/openid-configuration | grep -o '"issuer":"[^"]*"')"
    if command -v node > /dev/null; then
        SANDBANK_URL=http://127.0.0.1:$PORT SANDBANK_CONTROL_TOKEN=$TOKEN node --test examples/compose/statements.test.mjs > "$WORK/node.out" || fail "the test of examples/compose: $WORK/node.out"
        said "$1: examples/compose/statements.test.mjs" "$(grep -c '^ok' "$WORK/node.out") tests passed"
    fi

    api -d '{"on": ["listAccounts"], "next": 1, "effect": {"type": "delay", "time": "PT2S"}}' -o "$WORK/fault.out" localhost:$PORT/_sandbank/api/faults
    curl -s -o /dev/null -w '%{http_code}' localhost:$PORT/banking/accounts > "$WORK/call.out" &
    local call=$!
    sleep 1
    pkill -TERM -P "$(pgrep -P $shell unshare)"
    local code=0; wait $shell || code=$?
    wait $call
    said "$1: SIGTERM to process 1 while a call takes 2 s" "exit $code, the call got $(cat "$WORK/call.out")"
    [[ $code == 0 && $(cat "$WORK/call.out") == 401 ]] || fail "$1 did not end as it should"
}

base
for java in installed own; do
    from=$([[ $java == own ]] && echo localhost/debian || echo localhost/jre)
    image bud -q --format docker --build-arg BASE=$from --build-arg JDK=localhost/jdk --build-arg JAVA=$java -t localhost/sandbank-$java . > "$WORK/build-$java.log"
    run localhost/sandbank-$java
done
[[ $(du -sm "$ROOT" | cut -f1) -le 200 ]] || fail "the image with a Java of its own has more than 200 MB"
cat <<'END'
Not tried here, as it needs an engine: the images that BASE and JDK name by default, ports published by an engine, compose.yaml as a whole,
the engine's own health checks, limits of memory, capabilities and seccomp.
END
