// SPDX-License-Identifier: GPL-3.0-or-later

/// A day's list and its sessions.
enum SessionStyle {
  static let css = """
    .day{padding-block-start:1.4rem;scroll-margin-block-start:4.2rem}
    .day-name{font-size:1.3rem;line-height:1.25}
    .day-name .date{font-weight:400;color:var(--soft)}
    .hours{color:var(--soft);font-size:.85rem;margin-block-end:.6rem}
    .none{padding:1rem;border:1px dashed var(--edge);border-radius:.6rem;color:var(--soft)}
    .none.filtered{display:none}
    .is-empty .none.filtered{display:block}
    [data-view=agenda] .is-empty{display:none}
    .sessions{display:grid;gap:.55rem}
    .session{position:relative;display:grid;grid-template-columns:3.4rem minmax(0,1fr) auto;
    gap:0 .6rem;padding-block:.7rem;padding-inline:.7rem .25rem;
    background:var(--paper);border:1px solid var(--line);border-radius:.65rem;
    border-inline-start:5px solid var(--own);content-visibility:auto;contain-intrinsic-size:auto 6.5rem}
    .session:target{outline:3px solid var(--link);outline-offset:1px}
    .when{font-variant-numeric:tabular-nums;font-weight:700;font-size:1.05rem;line-height:1.3}
    .until{display:block;font-weight:400;font-size:.9rem;color:var(--soft)}
    .other-day{display:block;font-size:.75rem;color:var(--warn)}
    h4{font-size:1.02rem;line-height:1.32;font-weight:600}
    .title{color:inherit;text-decoration:none}
    .title:hover{text-decoration:underline}
    .before{font-size:.85rem;color:var(--soft)}
    .is-cancelled .title,.is-cancelled .when{color:var(--soft)}
    .is-cancelled .when{text-decoration:line-through}
    .is-past:not(:hover):not(:focus-within){background:transparent}
    .is-now{box-shadow:0 0 0 2px var(--bad)}
    .facts{display:flex;flex-wrap:wrap;gap:.1rem .65rem;margin-block-start:.3rem;font-size:.86rem;
    color:var(--soft)}
    .kind{color:var(--own);font-weight:700}
    .place{color:var(--ink);font-weight:600}
    .theme::before{content:"#"}
    .clash{margin-block-start:.35rem;padding:.3rem .6rem;border-radius:.4rem;font-size:.88rem;
    background:var(--warn-tint);color:var(--ink)}
    .clash b{color:var(--warn)}
    .more{margin-block-start:.35rem;font-size:.92rem}
    .more summary{cursor:pointer;color:var(--link);min-block-size:1.6rem;inline-size:fit-content}
    .has-script .session .more{display:none}
    .description{max-inline-size:44rem;margin-block-end:.6rem}
    dl{display:grid;grid-template-columns:minmax(5rem,auto) minmax(0,1fr);gap:.25rem .8rem}
    dt{color:var(--soft)}
    .role{color:var(--soft)}
    .links,.actions{display:flex;flex-wrap:wrap;gap:.5rem;margin-block-start:.6rem}
    .session>.pick{display:grid;place-items:center;inline-size:2.9rem;block-size:2.9rem;
    margin-block-start:-.35rem;border:0;border-radius:50%;background:transparent}
    .session>.pick:hover{background:var(--tint)}
    .pick svg{inline-size:1.6rem;block-size:1.6rem;fill:none;stroke:var(--soft);stroke-width:1.7;
    stroke-linejoin:round}
    .pick[aria-pressed=true] svg{fill:var(--star);stroke:var(--star)}
    .agenda-bar{display:none;padding-block-start:1rem}
    [data-view=agenda] .agenda-bar{display:block}
    .nothing{padding:2rem 1rem;text-align:center;color:var(--soft);background:var(--paper);
    border-radius:.6rem;margin-block-start:.8rem}
    @media (min-width:48rem){.session{grid-template-columns:8.2rem minmax(0,1fr) auto}
    .until{display:inline;font-size:inherit}}
    @media (min-width:64rem){.session .what{display:grid;gap:.1rem 1.5rem;align-content:start;
    grid-template-columns:minmax(0,1fr) minmax(0,23rem)}
    .session .facts{grid-column:2;grid-row:1/span 4;margin-block-start:.1rem;align-content:start}
    .session .what>:not(.facts){grid-column:1}}
    @media (max-width:22rem){.session{grid-template-columns:minmax(0,1fr) auto}
    .when{grid-column:1/-1}.until{display:inline}}
    @media (forced-colors:active){.pick[aria-pressed=true] svg{fill:Highlight}
    .views button[aria-pressed=true]{border:2px solid Highlight}}
    """
}
