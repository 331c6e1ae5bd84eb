# SPDX-License-Identifier: GPL-3.0-or-later
# The board's page and the program together, in a browser: prices, kills, solves, tables, decisions.
set -euo pipefail
"$PYTHON" Tests/Browser/check_board_served.py "$CHROMIUM" "$PROGRAMME"
