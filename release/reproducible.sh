#!/usr/bin/env bash
# Builds the last commit twice, in two clones that differ in all that should not matter, and compares every published file.
#   release/reproducible.sh [FOLDER for the clones; without it, a temporary one that is deleted]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

root=$PWD
commit=$(git rev-parse HEAD)
work=${1:-$(mktemp -d)}
[[ -n ${1:-} ]] || trap 'rm -rf "$work"' EXIT
mkdir -p "$work"

build() { # clone umask time-zone language country
    echo "== $1: umask $2, $3, $4-$5"
    (
        umask "$2"
        git clone -q --no-hardlinks "$root" "$1"
        cd "$1"
        git checkout -q "$commit"
        TZ=$3 LC_ALL=$4_$5.UTF-8 MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.language=$4 -Duser.country=$5" \
            mvn -B -ntp -q -Prelease -Dgpg.skip -Dmaven.test.skip -Dspotless.check.skip -pl sandbank-bom,fixtures,sandbox-core,sandbox-junit-extension verify
    )
}

published() { # clone
    (cd "$1" && find sandbank-bom/target sandbox-core/target sandbox-junit-extension/target -maxdepth 1 -type f \
        \( -name '*.jar' -o -name '*-cyclonedx.json' -o -name published-pom.xml \) ! -name 'original-*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)
}

# Entries of a jar with their modes, sizes, times and checksums.
entries() { zipinfo "$1" | sed '1d'; unzip -v "$1" | sed '1d'; }

one=$work/one
other=$work/in/another/folder/other
build "$one" 022 UTC en US
build "$other" 077 Pacific/Chatham tr TR
published "$one" > "$work/one.txt"
published "$other" > "$work/other.txt"

if cmp -s "$work/one.txt" "$work/other.txt"; then
    cat "$work/one.txt"
    echo "$(wc -l < "$work/one.txt") files, the same in both clones"
    exit 0
fi
diff "$work/one.txt" "$work/other.txt" || true
for file in $(diff "$work/one.txt" "$work/other.txt" | sed -n 's/^< .*  //p'); do
    [[ $file != *.jar ]] || diff <(entries "$one/$file") <(entries "$other/$file") | head -20 || true
done
echo "not the same" >&2
exit 1
