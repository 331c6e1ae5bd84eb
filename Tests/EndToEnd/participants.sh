# SPDX-License-Identifier: GPL-3.0-or-later
# The participants' pages that the unit tests wrote, used as people do: filters, agenda, clocks,
# keyboard alone, no network, scripts off, on a phone and on a desktop; and served, with the worker that
# keeps them on the device.
set -euo pipefail
"$PYTHON" Tests/Browser/check_participants.py "$CHROMIUM" "$PAGES"
"$PYTHON" Tests/Browser/check_served.py "$CHROMIUM" "$PAGES"
