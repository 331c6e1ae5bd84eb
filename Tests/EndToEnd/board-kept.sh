# SPDX-License-Identifier: GPL-3.0-or-later
# Nothing that a board has answered is lost: five editors at once end as their log replayed, and kills at random
# instants, of a shared board too, lose no act. KILLS=200 is the whole proof; fewer keep this short.
set -euo pipefail
# In memory where there is such a folder: a killed process leaves what it wrote, whether a disk has it or not.
work=$(mktemp -d -p /dev/shm 2> /dev/null || mktemp -d)
trap 'rm -rf "$work"' EXIT
"$PYTHON" Tests/EndToEnd/board_kept.py "$PROGRAMME" "$work/boards"
echo "board: five editors at once and a board killed while they edit lose nothing"
