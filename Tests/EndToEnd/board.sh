# SPDX-License-Identifier: GPL-3.0-or-later
# The board as a process: Ctrl-C ends it cleanly, a taken port names the next one, links stay secret, and
# the contract's nginx example does what it says.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$PYTHON" Tests/EndToEnd/board.py "$PROGRAMME" "$work"
echo "board: it ends cleanly, nobody comes in without a link, the proxy of the contract works"
