#!/usr/bin/env bash
# Lists a bundle for Maven Central and checks what is in it: names, checksums, signatures, what POMs say. Looks into this clone's documents too.
#   release/check-bundle.sh BUNDLE.zip PUBLIC-KEY.asc
# Exit code 0: ready to be published. 1: not, and why. 2: complete, but only for trying (a snapshot, or placeholders of the owner).
set -euo pipefail

bundle=${1:?"usage: release/check-bundle.sh BUNDLE.zip PUBLIC-KEY.asc"}
key=${2:?"usage: release/check-bundle.sh BUNDLE.zip PUBLIC-KEY.asc"}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GNUPGHOME=$work/gnupg
mkdir -m 700 "$GNUPGHOME"
gpg --quiet --batch --import "$key" 2> "$work/import" || { cat "$work/import"; exit 1; }
unzip -q "$bundle" -d "$work/files"
cd "$work/files"

bad=0 trial=0
wrong() { echo "WRONG: $*"; bad=$((bad + 1)); }
only_for_trying() { echo "ONLY FOR TRYING: $*"; trial=$((trial + 1)); }

checksums() { # file
    local kind
    for kind in md5 sha1 sha256 sha512; do
        [[ -f $1.$kind ]] || { wrong "$1 has no $kind"; continue; }
        [[ $(cat "$1.$kind") == "$(${kind}sum "$1" | cut -d' ' -f1)" ]] || wrong "$1.$kind is of another file"
    done
}

signature() { # file
    [[ -f $1.asc ]] || { wrong "$1 has no signature"; return; }
    gpg --quiet --batch --verify "$1.asc" "$1" 2> "$work/verify" || wrong "$1.asc: $(tail -1 "$work/verify")"
}

pom() { # file
    local element
    for element in name description url licenses developers scm; do
        grep -q "<$element[ >]" "$1" || wrong "$1 has no <$element>"
    done
    ! grep -q '<parent>' "$1" || wrong "$1 has a parent, which is not in the bundle"
    ! grep -q '\${revision}' "$1" || wrong "$1 has a version that nobody resolves"
    ! grep -q '\.invalid' "$1" || only_for_trying "$1 has placeholders of the owner: $(grep -o '[^>]*\.invalid' "$1" | sort -u | tr '\n' ' ')"
    [[ $1 != *-SNAPSHOT.pom ]] || only_for_trying "$1 is a snapshot"
}

jars() { # POM: what belongs to it
    local base=${1%.pom} part
    ! grep -q '<packaging>pom' "$1" || return 0
    for part in .jar -sources.jar -javadoc.jar; do
        [[ -f $base$part ]] || wrong "there is no $base$part"
    done
    bill "$base"
}

# Whoever has libraries inside lists them, in the jar and beside it.
bill() { # file without extension
    unzip -q -p "$1.jar" 'META-INF/sbom/*' > "$work/bill" 2> /dev/null || return 0
    cmp -s "$work/bill" "$1-cyclonedx.json" || wrong "$1-cyclonedx.json is not the bill of materials that is in the jar"
}

# Every artifact, in one version.
artifacts() {
    local artifact poms
    for artifact in sandbank-bom sandbox-core sandbox-junit-extension; do
        poms=$(grep -c "^dev/sandbank/$artifact/[^/]*/$artifact-.*\.pom\$" <<< "$files") || true
        ((poms == 1)) || wrong "there are $poms POMs of $artifact, not 1"
    done
    [[ $(cut -d/ -f4 <<< "$files" | sort -u | wc -l) == 1 ]] || wrong "there are several versions: $(cut -d/ -f4 <<< "$files" | sort -u | tr '\n' ' ')"
}

# What people read before they trust a release: no contact in it may be missing.
documents() {
    local file
    for file in "$root"/*.md; do
        ! grep -q 'OWNER-TO-FILL' "$file" || only_for_trying "${file##*/} has to be completed by the owner: $(grep -o 'OWNER-TO-FILL: [^.]*' "$file" | cut -d' ' -f2- | head -1)"
    done
}

files=$(find . -type f ! -name '*.asc' ! -name '*.md5' ! -name '*.sha*' | sed 's/^..//' | LC_ALL=C sort)
for file in $files; do
    checksums "$file"
    signature "$file"
    [[ $file != *.pom ]] || { pom "$file"; jars "$file"; }
    printf '%10d  %s\n' "$(stat -c %s "$file")" "$file"
done
artifacts
documents

echo "$(wc -w <<< "$files") files, each with 4 checksums and a signature; $bad wrong"
((bad == 0)) || exit 1
((trial == 0)) || exit 2
