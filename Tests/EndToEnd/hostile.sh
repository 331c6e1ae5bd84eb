# SPDX-License-Identifier: GPL-3.0-or-later
# Whatever the tables hold, nothing that the program says or writes steers a terminal, a reader
# or a spreadsheet; what is private stays with its owner.
set -euo pipefail
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$PYTHON" Tests/EndToEnd/hostile.py "$PROGRAMME" "$out"
