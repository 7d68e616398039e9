#!/usr/bin/env bash
# Sets the version everywhere: in pom.xml, and in the documents and builds that show it to users.
#   release/version.sh 0.1.0 [2027-01-31T12:00:00Z]
# The second argument is the time that all files of the release are stamped with; without it, now.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

new=${1:?"usage: release/version.sh VERSION [TIME]"}
time=${2:-$(date -u +%Y-%m-%dT%H:%M:%SZ)}
[[ $new =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[A-Za-z0-9.]+)?$ ]] || { echo "release/version.sh: $new is no version such as 0.1.0 or 0.2.0-SNAPSHOT" >&2; exit 2; }
[[ $time =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$ ]] || { echo "release/version.sh: $time is no time such as 2027-01-31T12:00:00Z" >&2; exit 2; }
old=$(sed -n 's:.*<revision>\(.*\)</revision>.*:\1:p' pom.xml)

sed -i "s|<revision>.*</revision>|<revision>$new</revision>|; s|\(<project.build.outputTimestamp>\).*\(</\)|\1$time\2|" pom.xml
# Whole versions only, and with them what Debian makes of one. Pages on releases have versions as examples.
{ git grep -lF "${old%%-*}" -- '*.md' '*.kts' 'integration-tests/src/it/*' ':!CHANGELOG.md' ':!MIGRATION.md' ':!docs/decisions' ':!docs/background/releasing.md' || true; } | while read -r file; do
    OLD=$old NEW=$new perl -pi -e '
        sub debian { my ($v) = @_; my $revision = $v =~ /-SNAPSHOT$/ ? 0 : 1; $v =~ s/-.*//; "_$v-${revision}_" }
        my $was = debian($ENV{OLD}); my $is = debian($ENV{NEW});
        s/\Q$was\E/$is/g; s/(?<![\w.])\Q$ENV{OLD}\E(?!-SNAPSHOT|\w|\.\d)/$ENV{NEW}/g' "$file"
done
git diff --stat
