// SPDX-License-Identifier: GPL-3.0-or-later

/// Light and dark. Colours differ in lightness from what they stand on by 4.5 to 1 and more.
package enum ColourStyle {
  package static let css = """
    :root{color-scheme:light;--ink:#14202e;--soft:#44566b;--line:#c6d0dc;--edge:#6d7f95;
    --paper:#fff;--ground:#f3f6fa;--tint:#e8eff7;--link:#14508f;--strong:#14508f;--on-strong:#fff;
    --bad:#8f1313;--bad-tint:#fde7e4;--warn:#684800;--warn-tint:#fff1cc;--good:#0b5a33;
    --good-tint:#dcf3e5;--star:#b26a00;--shade:0 1px 2px #14202e1f,0 4px 14px #14202e14;
    --c0:#1f5fa8;--c1:#0b7a5c;--c2:#a3480f;--c3:#7a3aa0;--c4:#b01e55;--c5:#5d6b00;--c6:#0f6f86;
    --c7:#5a6675}
    @media (prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#e8eef6;--soft:#aebccd;
    --line:#34445a;--edge:#7f93ab;--paper:#172130;--ground:#0e1622;--tint:#223044;
    --link:#8fc1ff;--strong:#8fc1ff;--on-strong:#0b1a2c;--bad:#ffb1a8;--bad-tint:#4a1a1a;
    --warn:#ffd98a;--warn-tint:#41310a;--good:#93e2b5;--good-tint:#123a26;--star:#ffc861;
    --shade:0 1px 2px #0006,0 4px 14px #0004;--c0:#7db4f5;--c1:#55cfa6;--c2:#f2a169;--c3:#cf9df0;
    --c4:#f58fb4;--c5:#c6d45a;--c6:#63c9e2;--c7:#a9b6c6}}
    .c0{--own:var(--c0)}.c1{--own:var(--c1)}.c2{--own:var(--c2)}.c3{--own:var(--c3)}
    .c4{--own:var(--c4)}.c5{--own:var(--c5)}.c6{--own:var(--c6)}.c7{--own:var(--c7)}
    """
}
