#!/usr/bin/env bash
# Grammars of the files beside Java that an analysis reads (XML, HTML, JavaScript, SQL, properties, YAML), as they come from npm, for
# `analysis_bench --grammars`: fetched into the build folder and compiled there as libraries, like the plain grammar of Java (-O2).
#   tests/bench/grammars.sh BUILD      prints the folder to name
# No part of the build or the tests; needs npm, a network and a C compiler.
set -euo pipefail
build=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
folder=$build/bench-grammars
mkdir -p "$folder"
cp "$here/grammars/package.json" "$here/grammars/package-lock.json" "$folder"
(cd "$folder" && npm ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund >npm.log 2>&1) || { tail -5 "$folder/npm.log" >&2; exit 1; }
compile() { # NAME SOURCES
    local source=$folder/node_modules/$2/src files=()
    for file in parser.c scanner.c; do
        [ -e "$source/$file" ] && files+=("$source/$file")
    done
    "${CC:-cc}" -O2 -w -fPIC -shared -I"$source" "${files[@]}" -o "$folder/$1.so"
}
compile xml @tree-sitter-grammars/tree-sitter-xml/xml
compile html tree-sitter-html
compile javascript tree-sitter-javascript
compile sql @derekstride/tree-sitter-sql
compile properties tree-sitter-properties
compile yaml @tree-sitter-grammars/tree-sitter-yaml
echo "$folder"
