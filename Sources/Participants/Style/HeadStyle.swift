// SPDX-License-Identifier: GPL-3.0-or-later

/// The top of the page and its banners.
enum HeadStyle {
  static let css = """
    .top{padding-block:1rem .4rem}
    h1{font-size:clamp(1.4rem,1.1rem + 1.6vw,2.1rem);line-height:1.15;letter-spacing:-.01em}
    .dates{color:var(--soft);font-size:1.05rem;margin-block-start:.1rem}
    .stamp{color:var(--soft);font-size:.88rem;margin-block-start:.45rem}
    .status{display:inline-block;padding:.05rem .55rem;border-radius:1rem;margin-inline-end:.2rem}
    .status.final{background:var(--good-tint);color:var(--good)}
    .status.draft{background:var(--warn-tint);color:var(--warn)}
    .banner{margin-block:.7rem 0;padding:.6rem .85rem;border-radius:.5rem;max-inline-size:60rem;
    border-inline-start:5px solid var(--edge);background:var(--paper)}
    .banner.draft{background:var(--warn-tint);border-color:var(--warn)}
    .banner.broken{background:var(--bad-tint);border-color:var(--bad)}
    .banner.note{border-color:var(--link)}
    .banner ul{padding-inline-start:1.1rem;list-style:disc}
    .banner .plain,.banner .actions{margin-block-start:.5rem}
    .extras{display:flex;flex-wrap:wrap;gap:.5rem;margin-block-start:.7rem;align-items:flex-start}
    .extra{background:var(--paper);border:1px solid var(--line);border-radius:.6rem;
    max-inline-size:60rem}
    .extra[open]{flex-basis:100%}
    .extra summary{padding:.5rem .9rem;cursor:pointer;font-weight:600;min-block-size:2.75rem}
    .extra[open] summary{border-block-end:1px solid var(--line)}
    .extra>p{padding:.6rem .9rem 0;color:var(--soft);font-size:.92rem}
    .since,.unchanged{font-weight:400;color:var(--soft);font-size:.92rem}
    .changes,.feeds{padding:.2rem .9rem .6rem}
    .changes li,.feeds li{padding-block:.55rem;border-block-end:1px solid var(--line)}
    .changes li:last-child,.feeds li:last-child{border:0}
    .values{display:block;font-size:.92rem;color:var(--soft)}
    .arrow{margin-inline:.4rem;display:inline-block}
    [dir=rtl] .arrow{transform:scaleX(-1)}
    .is{color:var(--ink);font-weight:600}
    .feeds li{display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:center}
    .feeds .name{font-weight:600;flex:1 1 12rem}
    .feeds .address{flex:1 1 100%;font-size:.85rem;padding-block:.2rem}
    .badge{display:inline-block;padding:.05rem .5rem;border-radius:.3rem;font-size:.75rem;
    font-weight:700;line-height:1.5;background:var(--tint);color:var(--ink);vertical-align:.08em}
    .change-moved,.change-room{background:var(--warn-tint);color:var(--warn)}
    .change-new,.change-returned{background:var(--good-tint);color:var(--good)}
    .change-cancelled{background:var(--bad-tint);color:var(--bad)}
    .badge.phase.now{background:var(--bad);color:var(--paper)}
    .badge.phase.next{background:var(--strong);color:var(--on-strong)}
    """
}
