# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs checks in browsers and tells of each; for the scripts beside it.

A check is a function of a visit, with what it proves in its docstring. A visit has a browser, `faults` that no
check looked for, and an end.
"""

import concurrent.futures
import functools
import pathlib
import shutil
import time
import traceback

from playwright.sync_api import sync_playwright


def tried(check, visit):
    """A check's line, and whether it failed; the visit is over then."""
    begin = time.monotonic()
    try:
        check(visit)
        assert not visit.faults, visit.faults
        outcome = "ok"
    except Exception:  # every check is told of, not the first that fails alone
        outcome = "FAILED\n" + traceback.format_exc()
    visit.close()
    return f"{check.__doc__.split(':')[0]} ({time.monotonic() - begin:.1f} s): {outcome}", outcome != "ok"


def in_own_browser(check, visit, chromium, folder, shots):
    """One check, of a visit of the folder in a browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        told = tried(check, visit(browser, folder, shots))
        browser.close()
    return told


def all_tried(checks, visit, chromium, folder, shots, at_once):
    """The status of a run of all checks, so many at once; each is told of in their order."""
    start = functools.partial(
        in_own_browser, visit=visit, chromium=shutil.which(chromium), folder=pathlib.Path(folder).resolve(),
        shots=pathlib.Path(shots) if shots else None)
    failures = 0
    with concurrent.futures.ProcessPoolExecutor(at_once) as pool:
        for waiting in [pool.submit(start, check) for check in checks]:
            line, failed = waiting.result()
            failures += failed
            print(line, flush=True)
    return 1 if failures else 0
