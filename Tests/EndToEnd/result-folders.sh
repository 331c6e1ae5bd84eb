# SPDX-License-Identifier: GPL-3.0-or-later
# What else can be wrong with a folder of results: edits while a search runs, two runs at once,
# links, network file systems, damaged histories, users who may not write; and drafts named by number.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
scenario=$PWD/Scenarios/small
small() { "$PROGRAMME" draft "$scenario" --work 300 "$@" >"$work/text" 2>"$work/err"; }
# Status, sentence, command.
expect() {
  status=0
  "$PROGRAMME" "${@:3}" >"$work/text" 2>&1 || status=$?
  [ "$status" = "$1" ] || { echo "${*:3}: status $status"; cat "$work/text"; exit 1; }
  grep -q -- "$2" "$work/text" || { echo "${*:3}: not '$2' but"; cat "$work/text"; exit 1; }
}

# An edit while a search runs stays, and the draft goes beside it.
python3 Tests/Benchmarks/generate.py 300 1 tight "$work/large"
small --out "$work/o"
(sleep 1; echo edited-by-hand >>"$work/o/schedule.csv") &
expect 2 "The draft is not lost: it is in $work/o-2" draft "$work/large" --time 3 --out "$work/o"
wait
grep -q "schedule.csv in $work/o was edited since" "$work/text"
[ "$(tail -1 "$work/o/schedule.csv")" = edited-by-hand ]
[ "$(wc -l <"$work/o-2/schedule.csv")" -gt 300 ]

# Two runs into one folder: one of their drafts is there, whole, and the history has both.
"$PROGRAMME" draft "$scenario" --out "$work/two" --work 300 --seed 1 >/dev/null 2>&1 &
"$PROGRAMME" draft "$scenario" --out "$work/two" --work 300 --seed 2 >/dev/null 2>&1
wait
"$PROGRAMME" drafts "$scenario" --out "$work/two" --json >"$work/json"
"$PYTHON" - "$work/json" "$work/two" <<'P'
import hashlib, json, sys
drafts = json.load(open(sys.argv[1]))["drafts"]
assert sorted(d["seed"] for d in drafts) == [1, 2] and sum(d["stands"] for d in drafts) == 1, drafts
assert all(d["gap"] == round((d["objective"] - d["bound"]) / max(1, d["objective"]), 6) for d in drafts)
for name, digest in json.load(open(f"{sys.argv[2]}/draft.json"))["files"].items():
    assert hashlib.sha256(open(f"{sys.argv[2]}/{name}", "rb").read()).hexdigest() == digest, name
P

# Where folders cannot be locked, as on network file systems, a file is; where nothing can, none is.
for fault in error=EBADF:when=1 error=ENOLCK; do
  strace -f -qq -o /dev/null -e trace=flock -e "inject=flock:$fault" \
    "$PROGRAMME" draft "$scenario" --work 300 --out "$work/net-$fault" >/dev/null 2>&1
  [ -e "$work/net-$fault/schedule.csv" ]
done

# What is replaced by force is kept first, whoever made it; a link or a pipe is not ours to replace.
mkdir "$work/theirs"
echo "session,date" >"$work/theirs/schedule.csv"
expect 2 "schedule.csv in $work/theirs is not from this command" draft "$scenario" --out "$work/theirs"
small --out "$work/theirs" --force
"$PROGRAMME" restore 1 --out "$work/theirs" >/dev/null
[ "$(cat "$work/theirs/schedule.csv")" = "session,date" ]
[ "$(ls "$work/theirs")" = "$(printf 'drafts.sqlite\nschedule.csv')" ]
small --out "$work/linked"
mv "$work/linked/schedule.csv" "$work/master.csv"
ln -s ../master.csv "$work/linked/schedule.csv"
rm "$work/linked/review.md"
mkfifo "$work/linked/review.md"
expect 2 "review.md, schedule.csv in $work/linked are not" draft "$scenario" --out "$work/linked"
[ -L "$work/linked/schedule.csv" ] && [ -p "$work/linked/review.md" ]

# A history that cannot be read is noticed before the search and never written over.
mkdir "$work/damaged"
echo "no database, but long enough to be taken for one" >"$work/damaged/drafts.sqlite"
expect 2 "is no database; it was left as it is: put a whole copy in its place; nothing is drafted until" draft "$scenario" --out "$work/damaged"
[ "$(ls "$work/damaged")" = drafts.sqlite ]
grep -qx "no database, but long enough to be taken for one" "$work/damaged/drafts.sqlite"

# A user who may not write there is told at once; nothing is left behind.
mkdir "$work/locked" "$work/home"
cp "$PROGRAMME" "$work/programme"
as_user=()
if [ "$(id -u)" = 0 ]; then
  as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  chown 65534 "$work/home"
else
  chmod 555 "$work/locked"
fi
status=0
(cd "$work/home" && "${as_user[@]}" "$work/programme" draft "$work/large" --time 60 \
  --out "$work/locked/deep") >"$work/text" 2>&1 || status=$?
[ "$status" = 2 ]
grep -qx "programme: cannot make the folder $work/locked/deep: Permission denied" "$work/text"
[ -z "$(ls -A "$work/locked" "$work/home" | grep -v :)" ]

# A slip in a script, and streams that are closed: nothing said goes into a file.
expect 2 "--out needs a value" draft "$scenario" --out ""
status=0
"$PROGRAMME" draft "$scenario" --work 300 --out "$work/closed" >&- 2>"$work/err" || status=$?
[ "$status" = 2 ]
grep -qx "programme: cannot write to standard output: Bad file descriptor" "$work/err"
"$PROGRAMME" draft "$scenario" --work 300 --out "$work/closed-too" >&- 2>&- || true
cmp "$work/closed/schedule.csv" "$work/closed-too/schedule.csv"

# A draft's number can be used wherever a schedule is named.
cd "$work"
mkdir tmp
export TMPDIR=$work/tmp
small --seed 1
small --seed 2 --baseline 1 --force
cp Output/small/schedule.csv second.csv
"$PROGRAMME" restore 1 >/dev/null
expect 0 "Written to Output/small/review-of-draft-2" review "$scenario" 2 --baseline 1
expect 0 "Written to Output/small/export-of-draft-2" export "$scenario" 2 --baseline 1
expect 0 "cyber-1" explain "$scenario" 2 --session cyber-1
expect 0 "Publication 1 (draft)" publish "$scenario" 2
expect 0 "Written to Output/small/compare-draft-1-draft-2" compare 1 2 --scenario "$scenario"
"$PROGRAMME" what-if "$scenario" --base 2 --change 'meeting weights.theme-clash=5' --work 200 --json \
  >what-if.json 2>/dev/null
"$PROGRAMME" publish "$scenario" 1 --drafts Output/small --out published --json >publish.json
"$PROGRAMME" new made --json >new.json
# Each command says what it wrote, and keeps beside it what somebody made and --force replaces.
"$PYTHON" - "$PROGRAMME" "$scenario" <<'P'
import json, os, subprocess, sys
programme, scenario = sys.argv[1:]
def written(name, answer):
    paths = json.loads(answer)["written"]
    assert paths and all(os.path.isfile(path) for path in paths), (name, paths)
    return paths
for name in ["what-if", "publish", "new"]:
    written(name, open(f"{name}.json").read())
commands = {
    "review": ["review", scenario, "2"], "export": ["export", scenario, "2"],
    "explain": ["explain", scenario, "2", "--session", "cyber-1"],
    "compare": ["compare", "1", "2", "--scenario", scenario],
    "what-if": ["what-if", scenario, "--work", "200"], "model": ["model", scenario],
    "import": ["import", "export/programme.xlsx", "--scenario", scenario],
}
for name, words in commands.items():
    out = name if name != "import" else "import/schedule.csv"
    def run(*more):
        return subprocess.run([programme, *words, "--json", "--out", out, *more],
                              capture_output=True, text=True)
    before = written(name, run().stdout)
    target = sorted(path for path in before if not path.endswith("json"))[0]
    with open(target, "a") as file:
        file.write("by hand\n")
    edited = open(target, "rb").read()
    refused = run()
    assert refused.returncode == 2 and "was edited since" in refused.stderr, (name, refused)
    forced = run("--force")
    assert written(name, forced.stdout) == before, name
    stem, end = os.path.splitext(target)
    kept = f"{stem}.before-1{end}"
    assert open(kept, "rb").read() == edited and open(target, "rb").read() != edited, name
    assert f"What was there before is kept: {kept}" in forced.stderr, (name, forced.stderr)
    assert run().returncode == forced.returncode and os.path.exists(kept), name
P
# A published file that somebody edited stays in its release, however often is published after.
echo "by hand" >>published/published/public/index.html
cp published/published/public/index.html edited.html
expect 2 "was edited since it was published" publish "$scenario" 2 --drafts Output/small --out published
for number in 2 1 2; do
  "$PROGRAMME" publish "$scenario" $number --drafts Output/small --out published --force >/dev/null
done
cmp edited.html published/releases/1-*/public/index.html
expect 2 "there is no draft 9 in Output/small; there are 1, 2" review "$scenario" 9
expect 2 "elsewhere has no history" review "$scenario" 1 --drafts elsewhere
expect 2 "there is no draft 9" restore 9
[ -z "$(ls -A tmp)" ]
mkdir -p Output/other
cp Output/small/drafts.sqlite Output/other
expect 2 "in Output/ there are those of other, small" restore 1
