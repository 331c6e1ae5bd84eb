# SPDX-License-Identifier: GPL-3.0-or-later
# What each command prints with --json has the shape that Scenarios/answers.schema.json says, and every
# member that is declared there is met at least once.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$PYTHON" Tests/EndToEnd/answers.py "$PROGRAMME" "$work"
echo "answers: each has the shape of the contract"
