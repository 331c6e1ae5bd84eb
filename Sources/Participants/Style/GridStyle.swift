// SPDX-License-Identifier: GPL-3.0-or-later

/// The timetable: a row for each room, time along it; narrow, a list for each room.
enum GridStyle {
  static let css = """
    .grid{display:none}
    [data-view=grid] .sessions{display:none}
    [data-view=grid] .grid{display:block}
    [data-view=grid] .is-empty .grid{display:none}
    .cell a{display:block;color:var(--ink);text-decoration:none}
    .cell .hours{margin:0;font-size:.78rem;font-variant-numeric:tabular-nums;color:var(--soft)}
    .cell .badge{margin-inline-start:.3rem;font-size:.68rem}
    .cell .name{display:block;font-weight:600;line-height:1.25;hyphens:auto}
    .cell.is-picked a::before{content:"★ ";color:var(--star);font-size:.85rem}
    @media (max-width:59.99rem){.ticks,.grid>.lines{display:none}
    .row{margin-block:.9rem}
    .row h4{padding-block:.2rem;color:var(--soft)}
    .track{display:flex;flex-direction:column;gap:.45rem}
    .cell{background:var(--paper);border:1px solid var(--line);border-radius:.6rem;
    border-inline-start:5px solid var(--own)}
    .cell a{padding:.55rem .8rem}
    .cell .hours{font-size:.95rem;font-weight:700;color:var(--ink)}}
    @media (min-width:60rem){[data-view=grid] .grid{position:relative;overflow-x:auto;
    background:var(--paper);border:1px solid var(--line);border-radius:.7rem;--room:10.5rem}
    .grid.fits{overflow:visible}
    .fits .ticks{position:sticky;inset-block-start:3.3rem;z-index:3}
    .ticks{border-start-start-radius:.7rem;border-start-end-radius:.7rem}
    .grid>*{min-inline-size:calc(var(--room) + var(--hours)*5.6rem)}
    .ticks,.track,.grid>.lines{display:grid;
    grid-template-columns:repeat(var(--slots),minmax(0,1fr))}
    .ticks,.grid>.lines{padding-inline-start:var(--room)}
    .grid>.lines{position:absolute;inset-block:0;inset-inline:0;white-space:normal}
    .grid>.lines span{border-inline-start:1px solid var(--line)}
    .ticks{position:relative;border-block-end:0;font-size:.85rem;color:var(--soft);font-variant-numeric:tabular-nums;
    border-block-end:1px solid var(--line);background:var(--tint)}
    .ticks span{padding:.3rem .4rem;white-space:nowrap}
    .row{position:relative;display:grid;grid-template-columns:var(--room) minmax(0,1fr);
    border-block-end:1px solid var(--line)}
    .row:last-child{border:0}
    .row h4{position:sticky;inset-inline-start:0;z-index:2;padding:.6rem .7rem;font-size:.88rem;
    background:var(--paper);border-inline-end:1px solid var(--line)}
    .track{grid-auto-rows:minmax(4.4rem,auto);padding-block:.2rem;row-gap:.2rem}
    .cell{display:flex;min-inline-size:0;padding-inline:1px}
    .cell a{flex:1;min-inline-size:0;padding:.3rem .45rem;border-radius:.4rem;overflow:hidden;
    background:var(--ground);background:color-mix(in srgb,var(--own) 13%,var(--paper));
    border-inline-start:4px solid var(--own);font-size:.84rem}
    .cell a:hover{outline:2px solid var(--own);outline-offset:-1px}
    .cell a:focus-visible{outline:3px solid var(--link);outline-offset:-2px}
    .cell .name{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
    .cell[data-short=yes] .hours{display:block}
    .cell[data-short=yes] .end{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;
    clip-path:inset(50%)}
    .cell[data-short=yes] .name{-webkit-line-clamp:4}
    .cell[data-short=yes] a{padding-inline:.25rem;font-size:.76rem}
    .cell.is-cancelled a{background:transparent;border:1px dashed var(--edge);border-inline-start:4px dashed var(--edge)}
    .cell.is-now a{box-shadow:inset 0 0 0 2px var(--bad)}
    .now-line{position:absolute;inset-block:0;z-index:1;inline-size:0;border:0;
    border-inline-start:2px solid var(--bad)!important;
    inset-inline-start:calc(var(--room) + (100% - var(--room))*var(--now))}}
    """
}
