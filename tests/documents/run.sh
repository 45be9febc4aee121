#!/usr/bin/env bash
# Makes the documents of the sample and has them read by others: run.sh NARU WORK_FOLDER. Fetches the readers from npm once
# (pinned, their install scripts never run). Exit 77: they cannot be had here; where CI is set that is a failure.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
naru="$1"
work="$2"
readers="$work/readers"
mkdir -p "$readers"
lock="$(sha256sum < "$here/package-lock.json")"
if [ "$(cat "$readers/stamp" 2>/dev/null || true)" != "$lock" ]; then
  cp "$here/package.json" "$here/package-lock.json" "$readers/"
  if ! (cd "$readers" && npm ci --ignore-scripts --omit=optional --no-audit --no-fund > npm.log 2>&1); then
    echo "npm could not fetch the readers; see $readers/npm.log"
    [ -n "${CI:-}" ] && exit 1 || exit 77
  fi
  echo "$lock" > "$readers/stamp"
fi
cp "$here/check.mjs" "$readers/"
rm -rf "$work/sample"
"$naru" run "$here/../../resources/sample/gams" --out "$work/sample" --lang ko --no-history > /dev/null
node "$readers/check.mjs" "$work/sample"
