# SPDX-License-Identifier: GPL-3.0-or-later
# The participants' page in each language, as the unit tests wrote it, used in a browser.
set -euo pipefail
"$PYTHON" Tests/Browser/check_languages.py "$CHROMIUM" "$PAGES"
