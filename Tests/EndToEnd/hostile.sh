# SPDX-License-Identifier: GPL-3.0-or-later
# Whatever stands in the tables, nothing that the program says or writes steers a terminal, a reader
# or a spreadsheet; what is private stays its owner's.
set -euo pipefail
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$PYTHON" Tests/EndToEnd/hostile.py "$PROGRAMME" "$out"
