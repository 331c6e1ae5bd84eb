# SPDX-License-Identifier: GPL-3.0-or-later
"""The results as one SVG: a panel for each scenario, incumbent (full) and bound (dashed) of each solver.

Time runs on a logarithmic axis, since what matters happens early; of several seeds the first is drawn.
Colours follow the reader's light or dark setting.
"""

import math
from xml.sax.saxutils import escape

import table

COLOURS = {  # light, dark
    "ours": ("#0b57d0", "#8ab4f8"), "glpk": ("#7a7a7a", "#a5a5a5"), "highs": ("#a15c00", "#f0b429"),
    "cbc": ("#8e24aa", "#d79bea"), "cpsat": ("#b3261e", "#f28b82"), "cpsat-lns": ("#00796b", "#5ccfbf"),
}
WIDTH, HEIGHT, ACROSS = 460, 250, 2
LEFT, RIGHT, TOP, BOTTOM = 58, 14, 34, 30
EARLIEST = 0.1


class Panel:
    """One scenario: its axes, and a path for each solver."""

    def __init__(self, records, x, y):
        self.records, self.x, self.y = records, x, y
        self.longest = max(r["seconds"] for r in records)
        found = [value for r in records for _, value in r["incumbents"]]
        last = [r["incumbents"][-1][1] for r in records if r["incumbents"]]
        bounds = [r["bound"] for r in records if r["bound"] is not None]
        # Beyond twice the worst final schedule there is nothing to learn.
        self.top = max(1, min(max(found, default=1), 2 * max(last, default=1)), *bounds)
        self.step = self._step()

    def _step(self):
        rough = self.top / 4
        power = 10 ** math.floor(math.log10(max(rough, 1)))
        return max(1, next(m * power for m in (1, 2, 5, 10) if m * power >= rough))

    def at(self, seconds):
        part = math.log(max(seconds, EARLIEST) / EARLIEST) / math.log(self.longest / EARLIEST)
        return self.x + LEFT + min(1, part) * (WIDTH - LEFT - RIGHT)

    def height(self, value):
        part = min(max(value, 0), self.top) / self.top
        return self.y + HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)

    def path(self, points, end):
        """A staircase, from the first point to the end of the run."""
        (first, value), *rest = points
        text = f"M{self.at(first):.1f} {self.height(value):.1f}"
        for seconds, value in rest:
            text += f"H{self.at(seconds):.1f}V{self.height(value):.1f}"
        return text + f"H{max(self.at(end), self.at(points[-1][0])):.1f}"

    def svg(self):
        name, seed = self.records[0]["instance"], self.records[0]["seed"]
        title = f"{name}, seed {seed}" if table.is_drawn(name) else name
        lines = [f'<text class="title" x="{self.x + LEFT}" y="{self.y + 20}">{escape(title)}</text>']
        value = 0
        while value <= self.top:
            y = self.height(value)
            lines.append(f'<path class="grid" d="M{self.x + LEFT} {y:.1f}H{self.x + WIDTH - RIGHT}"/>'
                         f'<text class="end" x="{self.x + LEFT - 6}" y="{y + 4:.1f}">{value:g}</text>')
            value += self.step
        for seconds in (0.1, 1, 10, 60, 120):
            if seconds <= self.longest:
                lines.append(f'<text class="middle" x="{self.at(seconds):.1f}" y="{self.y + HEIGHT - 10}">{seconds:g} s</text>')
        for r in self.records:
            end = min(r["wall"], r["seconds"])
            for points, kind in ((r["incumbents"], "incumbent"), (r["bounds"], "bound")):
                if points:
                    what = f"{table.NAMES[r['solver']]}, {kind}"
                    lines.append(f'<path class="{r["solver"]} {kind}" d="{self.path(points, end)}"><title>{escape(what)}</title></path>')
            if r["status"] == "optimal" and r["incumbents"]:
                x, y = self.at(end), self.height(r["objective"])
                lines.append(f'<circle class="key-{r["solver"]}" cx="{x:.1f}" cy="{y:.1f}" r="5"><title>proven</title></circle>')
        return "\n".join(lines)


def style():
    def colours(which):
        return "".join(f".{s}{{stroke:{c[which]}}}.key-{s}{{fill:{c[which]}}}" for s, c in COLOURS.items())
    return ("text{font:12px system-ui,sans-serif;fill:#333}.title{font-weight:600;font-size:14px}.end{text-anchor:end}"
            ".middle{text-anchor:middle}.grid{stroke:#ddd;stroke-width:1}.paper{fill:#fff}"
            ".incumbent,.bound{fill:none;stroke-width:2}.bound{stroke-dasharray:5 3}" + colours(0)
            + "@media (prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#3a3a3a}.paper{fill:#161616}" + colours(1) + "}")


def legend(y):
    parts, x = [], LEFT
    for solver, name in table.NAMES.items():
        parts.append(f'<rect class="key-{solver}" x="{x}" y="{y - 9}" width="12" height="9"/><text x="{x + 17}" y="{y}">{escape(name)}</text>')
        x += 36 + 7 * len(name)
    parts.append(f'<text x="{LEFT}" y="{y + 20}">Full: cost of the best schedule so far. Dashed: lower bound. Dot: proven the best. Time is logarithmic.</text>')
    return "\n".join(parts)


def chosen(book):
    """For each scenario the first seed, and of that seed the longest run of each solver."""
    panels = {}
    for r in sorted(book.records, key=lambda r: (table.order(r["instance"]), r["seed"], r["seconds"])):
        of = panels.setdefault(r["instance"], {})
        first = min(x["seed"] for x in of.values()) if of else r["seed"]
        if r["seed"] == first:
            of[r["solver"]] = r
    solvers = list(table.NAMES)
    return [sorted(of.values(), key=lambda r: -solvers.index(r["solver"])) for of in panels.values()]


def svg(book):
    panels = chosen(book)
    rows = math.ceil(len(panels) / ACROSS)
    width, height = ACROSS * WIDTH, rows * HEIGHT + 50
    body = "\n".join(Panel(records, i % ACROSS * WIDTH, i // ACROSS * HEIGHT).svg() for i, records in enumerate(panels))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
            f'aria-label="Cost and bound over time, a panel for each scenario">\n<style>{style()}</style>\n'
            f'<rect class="paper" width="{width}" height="{height}"/>\n{body}\n{legend(rows * HEIGHT + 18)}\n</svg>\n')
