# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that scripts and styles are formatted, or formats them.

    formatted.py [--write] FILE...
"""

import sys

import cssbeautifier
import jsbeautifier


def options(module):
    chosen = module.default_options()
    chosen.indent_size = 2
    chosen.end_with_newline = True
    chosen.max_preserve_newlines = 2
    return chosen


def script(text):
    chosen = options(jsbeautifier)
    chosen.operator_position = "preserve-newline"
    chosen.brace_style = "collapse,preserve-inline"
    return jsbeautifier.beautify(text, chosen)


def style(text):
    return cssbeautifier.beautify(text, options(cssbeautifier))


def main(arguments):
    write = "--write" in arguments
    paths = [path for path in arguments if path != "--write"]
    failures = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        tidy = style(text) if path.endswith(".css") else script(text)
        if tidy == text:
            continue
        if write:
            with open(path, "w", encoding="utf-8") as file:
                file.write(tidy)
            continue
        failures += 1
        lines = zip(text.split("\n"), tidy.split("\n"))
        number = next((n for n, (is_, right) in enumerate(lines, 1) if is_ != right), 1)
        print(f"{path}:{number}: not formatted; Tests/Pages/format does it")
    if not failures:
        print(f"{len(paths)} files are formatted")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
