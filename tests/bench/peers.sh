#!/usr/bin/env bash
# Whole analysis against other readers of Java on the same folder, in turns of one run; CPU seconds (user and system) and peak memory of
# each process, read with GNU time.
#   tests/bench/peers.sh BUILD DIR [TURNS]
# Takes what is there: javac (openjdk-17-jdk-headless, parse only), JavaParser (libjavaparser-java, parse only), doxygen (XML of all
# entities). Each is single-threaded as run here, but for the collector and the compiler of the Java machine, whose time counts as its own.
set -euo pipefail
build=$1
dir=$(realpath "$2")
turns=${3:-3}
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/classes"
jars=/usr/share/java/javaparser-core.jar

cost() { # NAME COMMAND...: prints seconds and megabytes
    local name=$1
    shift
    /usr/bin/time -f "%U %S %M" -o "$work/time" "$@" >"$work/out" 2>"$work/err" || echo "$name failed: $(tail -1 "$work/err")"
    tail -1 "$work/time" | awk -v name="$name" -v out="$work/$name.seconds" \
        '{printf "%-11s %8.2f s CPU %7.0f MB\n", name, $1 + $2, $3 / 1024; print $1 + $2 >> out}'
}

cat >"$work/Doxyfile" <<END
INPUT = $dir
OUTPUT_DIRECTORY = $work/doxygen
RECURSIVE = YES
FILE_PATTERNS = *.java
EXTRACT_ALL = YES
OPTIMIZE_OUTPUT_JAVA = YES
GENERATE_HTML = NO
GENERATE_LATEX = NO
GENERATE_XML = YES
REFERENCED_BY_RELATION = YES
REFERENCES_RELATION = YES
HAVE_DOT = NO
QUIET = YES
WARNINGS = NO
END
peers=()
if command -v javac >/dev/null; then
    javac -d "$work/classes" "$here/peers/JavacParse.java" && peers+=(javac)
    [ -e "$jars" ] && javac -cp "$jars" -d "$work/classes" "$here/peers/JavaParserParse.java" && peers+=(javaparser)
fi
command -v doxygen >/dev/null && peers+=(doxygen)
for turn in $(seq "$turns"); do
    cost naru "$build/bin/analysis_bench" --once "$dir" 1
    for peer in "${peers[@]}"; do
        case $peer in
        javac) cost javac java -Xmx8g -cp "$work/classes" JavacParse "$dir" ;;
        javaparser) cost javaparser java -Xmx4g -cp "$work/classes:$jars" JavaParserParse "$dir" ;;
        doxygen) rm -rf "$work/doxygen" && cost doxygen doxygen "$work/Doxyfile" ;;
        esac
    done
done
middle() { sort -n "$work/$1.seconds" | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
for peer in "${peers[@]}"; do
    awk -v name="$peer" -v a="$(middle naru)" -v b="$(middle "$peer")" 'BEGIN {printf "naru / %s = %.2f\n", name, a / b}'
done
