// SPDX-License-Identifier: GPL-3.0-or-later

/// The bar that stays: days above, and on a phone the views below.
enum BarStyle {
  static let css = """
    .bar{position:sticky;inset-block-start:0;z-index:5;background:var(--paper);
    border-block:1px solid var(--line);box-shadow:var(--shade)}
    nav.days{display:flex;align-items:center;gap:.5rem;min-inline-size:0;
    padding-inline:max(.5rem,env(safe-area-inset-left)) max(.5rem,env(safe-area-inset-right))}
    nav.days ul{display:flex;overflow-x:auto;scrollbar-width:none;gap:.15rem;flex:1 1 auto}
    nav.days li{flex:1 0 auto}
    nav.days a{display:flex;flex-direction:column;align-items:center;justify-content:center;
    min-block-size:3rem;padding:.25rem .45rem;color:var(--ink);text-decoration:none;line-height:1.2;
    border-block-end:3px solid transparent;white-space:nowrap}
    nav.days a:focus-visible{outline-offset:-3px}
    nav.days a:hover{background:var(--tint)}
    nav.days a span{font-size:.78rem;color:var(--soft)}
    nav.days a[aria-current]{border-color:var(--link)}
    nav.days a[aria-current] b{color:var(--link)}
    nav.days a.is-today span::after{content:" · today"}
    nav.days a.is-empty b{color:var(--soft);font-weight:400}
    button.now{flex:none;min-block-size:2.4rem;padding:.2rem .9rem;border:0;border-radius:1.3rem;
    background:var(--bad);color:var(--paper);font-weight:700}
    .views{display:flex;gap:.25rem;padding:.3rem}
    .views button{flex:1;min-block-size:2.6rem;padding:.3rem .7rem;border:0;border-radius:.55rem;
    background:transparent;font-weight:600;white-space:nowrap}
    .views button:hover{background:var(--tint)}
    .views button[aria-pressed=true]{background:var(--strong);color:var(--on-strong)}
    .views [aria-pressed=true] .count{background:var(--on-strong);color:var(--strong)}
    .views .count{margin-inline-start:.3rem}
    @media (max-width:47.99rem){nav.days .month{display:none}
    .views{position:fixed;inset-inline:0;inset-block-end:0;z-index:6;
    background:var(--paper);border-block-start:1px solid var(--line);box-shadow:var(--shade);
    padding-block-end:calc(.3rem + env(safe-area-inset-bottom))}
    .has-script body{padding-block-end:5rem}}
    @media (min-width:48rem){.bar{display:flex;align-items:center}
    nav.days{flex:1 1 auto}nav.days ul{flex:0 1 auto}
    nav.days a{min-block-size:3.2rem;padding-inline:1rem}
    .views{padding-inline-end:1rem}}
    @media (max-height:26rem){.bar,.views{position:static}}
    """
}
