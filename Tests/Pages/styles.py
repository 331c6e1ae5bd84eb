# SPDX-License-Identifier: GPL-3.0-or-later
"""Parses each style; says where a rule or a declaration does not hold together.

    styles.py FILE...

A browser drops what it cannot parse without a word. Every colour variable that is used must be set
in one of the files that stand beside it on a page: given all files of the project, in any of them.
"""

import re
import sys

import tinycss2


def parsed(tokens, path, where, faults):
    """Follows blocks into their declarations and nested rules."""
    for node in tokens:
        if node.type == "error":
            faults.append(f"{path}:{node.source_line}: {where}: {node.message}")
        elif node.type == "at-rule" and node.content is not None:
            nested(node, path, faults)
        elif node.type == "qualified-rule":
            selector = tinycss2.serialize(node.prelude).strip()
            if not selector:
                faults.append(f"{path}:{node.source_line}: a block without a selector")
            for part in tinycss2.parse_declaration_list(
                node.content, skip_comments=True, skip_whitespace=True
            ):
                if part.type == "error":
                    faults.append(f"{path}:{part.source_line}: {selector}: {part.message}")


def nested(rule, path, faults):
    if rule.lower_at_keyword in ("media", "supports", "keyframes"):
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    else:
        inner = tinycss2.parse_declaration_list(
            rule.content, skip_comments=True, skip_whitespace=True
        )
    parsed(inner, path, "@" + rule.lower_at_keyword, faults)


def main(paths):
    faults, used, known = [], {}, set()
    for path in paths:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        parsed(
            tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True),
            path, "style", faults,
        )
        for number, line in enumerate(text.split("\n"), 1):
            known.update(re.findall(r"(--[\w-]+)\s*:", line))
            for name in re.findall(r"var\((--[\w-]+)", line):
                used.setdefault(name, f"{path}:{number}")
    # Set by the scripts.
    known.update({"--slots", "--hour", "--hours", "--now", "--part", "--rooms", "--lines"})
    faults += [f"{place}: {name} is set nowhere" for name, place in used.items() if name not in known]
    print("\n".join(faults) or f"{len(paths)} styles parse")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
