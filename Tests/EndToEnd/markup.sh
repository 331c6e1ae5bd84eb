# SPDX-License-Identifier: GPL-3.0-or-later
# Hostile texts in every element and attribute that pages are made of, as a browser reads them.
set -euo pipefail
"$PYTHON" Tests/Browser/check_markup.py "$CHROMIUM" "$PAGES"
