#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the README's picture of the board: a day of the Kyoto meeting with a session lifted.

usage: picture_board.py CHROMIUM PROGRAMME [PICTURE]
"""

import shutil
import sys
import tempfile

from playwright.sync_api import sync_playwright

from check_board_served import Served, window
import check_board

DAY, SESSION = "Tue 10 Oct", "PNIF"


def main(chromium, programme, picture="Output/board.png"):
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        served = Served(programme, "Scenarios/igf-2023-kyoto", work)
        try:
            browser = playwright.chromium.launch(executable_path=shutil.which(chromium), args=["--no-sandbox"])
            page = window(browser, served, None, [])
            page.locator(".view", has_text=DAY).click()
            check_board.session(page, SESSION).click()
            check_board.lifted(page)
            # All swaps are there, and the pointer is nowhere.
            page.wait_for_function("() => !/being tried|worked out/.test(document.querySelector('.panel').textContent)")
            page.mouse.move(0, 0)
            page.screenshot(path=picture)
            browser.close()
        finally:
            served.stop()


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
