# SPDX-License-Identifier: GPL-3.0-or-later
# No line of any command is wider than the terminal, and no word is broken to make it so, even where
# titles and rooms are written in scripts whose signs are two columns wide.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r Scenarios/small "$work/small"
sed -i 's/Nobody left outside/互联网治理论坛 所有人 的 互联网/; s/Ask the models/إنترنت للجميع بدون استثناء/' "$work/small/sessions.csv"
cd "$work"
"$PROGRAMME" draft small >/dev/null 2>&1
sed 's/,fell,/,fjord,/' Output/small/schedule.csv >other.csv
for width in 60 100 200; do
  export COLUMNS=$width
  run() { "$PROGRAMME" "$@" >"out" 2>&1 || [ $? = 1 ]; cat out >>"all-$width"; }
  for command in "check small" "drafts small" "rules" "rules person-free" "review small other.csv" \
    "compare Output/small other.csv --scenario small" "what-if small" "explain small Output/small --fragile" \
    "explain small Output/small --session nri-1" "explain small Output/small --prices" "draft small --force" \
    "export small Output/small/schedule.csv --out sheets --force" \
    "import sheets/programme.xlsx --scenario small --force"; do
    echo "== $command" >>"all-$width"
    run $command
  done
done
"$PYTHON" "$OLDPWD/Tests/Terminal/check_widths.py" all-60 60 all-100 100 all-200 200
