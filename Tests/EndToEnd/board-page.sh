# SPDX-License-Identifier: GPL-3.0-or-later
# The board's page that the unit tests wrote, used as a committee does, with a stand-in for its server:
# moving three ways, several windows, conflicts, restarts, solves, sizes and colours.
set -euo pipefail
"$PYTHON" Tests/Browser/check_board.py "$CHROMIUM" "$PAGES/board"
