// SPDX-License-Identifier: GPL-3.0-or-later

/// What the pages of comparisons need beyond a report's looks: the pictures' strokes, and dark
/// screens. Paper stays light.
enum ComparisonStyle {
  static let css = """

    .draw{font:11px system-ui,sans-serif}.draw text{fill:var(--ink)}.draw .h{font-weight:700;\
    font-size:13px}.draw .d{font-weight:600}.draw .r{font-size:8px}.draw .t{font-size:9px;\
    fill:var(--soft)}.draw .t0{font-size:12px}.draw .no{font-style:italic}.draw .sum{font-weight:600}
    .draw .g{stroke:var(--line);stroke-width:.5;fill:none}.draw .b{stroke-width:1}
    .draw .same{fill:var(--tint);stroke:var(--line)}.draw .l{font-size:8px;fill:var(--soft);\
    pointer-events:none}.draw .l.ch{fill:var(--ink);font-weight:700}
    .draw .b.c-moved{fill:var(--warn);stroke:var(--move);stroke-width:2}
    .draw .b.c-room-changed{fill:var(--tint);stroke:var(--link);stroke-width:2;stroke-dasharray:4 2}
    .draw .b.c-placed{fill:var(--goodtint);stroke:var(--good);stroke-width:2}
    .draw .b.c-dropped{fill:var(--badtint);stroke:var(--bad);stroke-width:2;stroke-dasharray:2 2}
    .draw .b.c-resized{fill:var(--tint);stroke:var(--ink);stroke-width:2;stroke-dasharray:6 2}
    .draw .m{fill:none;stroke-width:1.8;stroke-opacity:.85}.draw .m.c-moved{stroke:var(--move)}
    .draw .m.c-room-changed{stroke:var(--link);stroke-dasharray:5 3}
    .draw .m.c-resized{stroke:var(--ink);stroke-dasharray:8 3}.draw .tip{fill:var(--ink)}
    .draw .m:hover{stroke-width:4}.draw .s{stroke:var(--paper);stroke-width:1}
    .draw .v{font-size:10px;pointer-events:none}.draw .v0,.draw .v2,.draw .v4,.draw .v6{fill:#fff}
    .draw .v1,.draw .v3,.draw .v5,.draw .v7{fill:#14202e}
    .draw .s0{fill:#12355f}.draw .s1{fill:#e0a84a}.draw .s2{fill:#7a2f5c}.draw .s3{fill:#9dbfe6}
    .draw .s4{fill:#0b5a33}.draw .s5{fill:#f0c9c2}.draw .s6{fill:#8f1313}.draw .s7{fill:#b7d8a8}
    .draw .ref{stroke:var(--ink);stroke-width:1;stroke-dasharray:3 3;fill:none}
    .draw .bound{stroke:var(--bad);stroke-width:2;fill:none}
    :root{--move:#7a5600;--goodtint:#dff2e5}
    h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
    @media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#e8eef6;--soft:#b3c0cf;\
    --line:#46566a;--paper:#12181f;--tint:#1f2a36;--bad:#ff9c92;--badtint:#46201d;--warn:#43370f;\
    --good:#86d9a8;--link:#8fc1ff;--move:#f0c050;--goodtint:#173725}}
    td code{font-size:inherit}
    @media print{.draw{max-width:100%;max-height:175mm}}
    """
}
