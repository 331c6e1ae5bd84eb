#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a page in headless Chromium and runs the accessibility checker axe over it.

usage: check_page.py CHROMIUM PAGE.html

Fails on findings that axe calls serious or critical, on anything the page asks of the network, and
on scripts in the page.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import axe_core_python


def main(chromium, page):
    html = pathlib.Path(page).read_text(encoding="utf-8")
    faults = []
    if "<script" in html:
        faults.append("the page has a script")
    faults += [f"the page asks for {address}" for address in re.findall(
        r"""(?:src|href)=["'](?!#)([^"']+)""", html)]
    axe = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    probe = """<script>%s</script><script>
    axe.run({resultTypes: ["violations"]}).then(result => {
      document.body.innerHTML = "<pre id='axe'></pre>";
      document.getElementById("axe").textContent = JSON.stringify(result.violations.map(
        v => [v.impact, v.id, v.help, v.nodes.length, v.nodes[0].html.slice(0, 160)]));
    });</script>""" % axe.replace("</script", "<\\/script")
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "page.html"
        copy.write_text(html.replace("</body>", probe + "</body>"), encoding="utf-8")
        dump = subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
             "--virtual-time-budget=60000", "--dump-dom", copy.as_uri()],
            capture_output=True, text=True, timeout=300).stdout
    found = re.search(r"<pre id=.axe.>(.*?)</pre>", dump, re.DOTALL)
    if not found:
        sys.exit("axe gave no answer")
    text = found.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    for impact, rule, help_text, count, example in json.loads(text):
        print(f"{impact}: {rule}: {help_text} ({count}), such as {example}")
        if impact in ("serious", "critical"):
            faults.append(f"axe: {rule}")
    for fault in faults:
        print(fault)
    print(f"{page}: {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
