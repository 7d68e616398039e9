#!/usr/bin/env bash
# Makes what people can install without Maven, in release/target, of sandbox-core/target/sandbank.jar.
#
#   release/package.sh image    sandbank-VERSION-linux-ARCH.tar.gz: the jar with a Java of its own, by jlink
#   release/package.sh deb      sandbank_VERSION_ARCH.deb: the same for Debian, by jpackage; needs dpkg-deb and fakeroot
#   release/package.sh npm      sandbank-VERSION.tgz: the jar for npx; needs npm
#   release/package.sh all
#
# First: mvn -q -DskipTests package. JAVA_HOME: the JDK that makes the image (17 or later).
# JMODS=/path/to/jdk/jmods makes an image for the platform of that JDK, which must be of the same version.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What the sandbox needs of the JDK: docs/dependencies.md; management and unsupported are for the JVM's tools and Jetty.
MODULES=java.base,java.management,java.naming,java.net.http,java.sql,jdk.crypto.ec,jdk.unsupported

fail() { echo "release/package.sh: $*" >&2; exit 1; }
need() { command -v "$1" > /dev/null || fail "there is no $1"; }

jar=$PWD/sandbox-core/target/sandbank.jar
target=$PWD/release/target
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
[[ -f $jar ]] || fail "there is no $jar: mvn -q -DskipTests package"
version=$("$java_home/bin/java" -jar "$jar" --version | cut -d' ' -f2)
mkdir -p "$target"

# The licence of Sandbank and what it says of the libraries in it, for people who do not look into jars.
licences() { # folder
    local name
    cp LICENSE "$1/LICENSE"
    for name in META-INF/NOTICE dev/sandbank/internal/shaded/LIBRARIES.txt; do unzip -p "$jar" "$name" > "$1/${name##*/}"; done
    mkdir -p "$1/licenses"
    unzip -q -o -j "$jar" 'dev/sandbank/internal/shaded/licenses/*' -d "$1/licenses"
}

runtime() { # folder
    rm -rf "$1"
    "$java_home/bin/jlink" ${JMODS:+--module-path "$JMODS"} --add-modules "$MODULES" \
        --strip-java-debug-attributes --no-header-files --no-man-pages --compress=2 --output "$1"
    # A class archive makes it start faster; only a JVM of this platform can make it.
    [[ -n ${JMODS:-} ]] || "$1/bin/java" -Xshare:dump > "$target/xshare.log"
}

image() {
    local arch name
    arch=$(sed -n 's/^OS_ARCH="\(.*\)"/\1/p' "${JMODS:-$java_home/jmods}/../release")
    case $arch in x86_64 | amd64) arch=x64 ;; aarch64) arch=arm64 ;; esac
    name=sandbank-$version-linux-$arch
    rm -rf "${target:?}/$name"
    mkdir -p "$target/$name/bin" "$target/$name/lib"
    runtime "$target/$name/runtime"
    cp "$jar" "$target/$name/lib/sandbank.jar"
    cp release/image/sandbank "$target/$name/bin/sandbank"
    chmod 755 "$target/$name/bin/sandbank"
    licences "$target/$name"
    tar -C "$target" --owner=0 --group=0 --sort=name -czf "$target/$name.tar.gz" "$name"
    made "$target/$name.tar.gz"
}

deb() {
    local arch input revision=1
    need dpkg-deb; need fakeroot
    [[ -z ${JMODS:-} ]] || fail "jpackage makes packages of its own platform only"
    arch=$(dpkg --print-architecture)
    input=$target/deb
    [[ $version != *-SNAPSHOT ]] || revision=0
    rm -rf "$input"
    mkdir -p "$input/app"
    cp "$jar" "$input/app/sandbank.jar"
    licences "$input/app"
    runtime "$input/runtime"
    # Debian's numbers are digits and dots; a snapshot is revision 0.
    "$java_home/bin/jpackage" --type deb --name sandbank --app-version "${version%%-*}" --linux-app-release "$revision" \
        --description "Sandbox of banking APIs for tests and demos" --vendor "$(owner name)" --linux-deb-maintainer "$(owner email)" \
        --about-url "$(owner site)" --license-file LICENSE --linux-app-category devel --linux-package-name sandbank \
        --runtime-image "$input/runtime" --input "$input/app" --main-jar sandbank.jar \
        --java-options -XX:+UseSerialGC --java-options -XX:-UsePerfData \
        --resource-dir release/deb --dest "$target"
    made "$target/sandbank_${version%%-*}-${revision}_$arch.deb"
}

# What only the owner knows, from the parent POM.
owner() { sed -n "s:.*<owner\.$1>\(.*\)</owner\.$1>.*:\1:p" pom.xml; }

npm_package() {
    local stage=$target/npm
    need npm
    rm -rf "$stage"
    cp -r release/npm "$stage"
    cp "$jar" "$stage/sandbank.jar"
    licences "$stage"
    (cd "$stage" && node --test > "$target/npm-test.log") || { cat "$target/npm-test.log"; fail "the wrapper does not pass its tests"; }
    (cd "$stage" && npm version --no-git-tag-version --allow-same-version "$version" > /dev/null && npm pack --silent --pack-destination "$target" > /dev/null)
    made "$target/sandbank-$version.tgz"
}

made() { echo "$1: $(du -m "$1" | cut -f1) MB"; }

case ${1:-} in
    image) image ;;
    deb) deb ;;
    npm) npm_package ;;
    all) image; deb; npm_package ;;
    *) sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac
