# SPDX-License-Identifier: GPL-3.0-or-later
# What the contract and the README say of commands, options and files is what the program has.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$PROGRAMME" draft Scenarios/small --out "$work/out" >/dev/null 2>&1
"$PROGRAMME" drafts Scenarios/small --out "$work/out" --json >"$work/drafts.json"
"$PROGRAMME" export Scenarios/small "$work/out" --out "$work/export" >/dev/null
"$PYTHON" Tests/EndToEnd/contract.py "$PROGRAMME" "$work/out" "$work/drafts.json" "$work/export"
echo "contract: commands, options and files are as told"
