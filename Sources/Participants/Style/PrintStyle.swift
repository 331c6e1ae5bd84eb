// SPDX-License-Identifier: GPL-3.0-or-later

/// On paper: the list as it is filtered, or the agenda; dark ink on white, no controls.
enum PrintStyle {
  static let css = """
    @media print{@page{margin:14mm}
    :root{color-scheme:light;--ink:#000;--soft:#333;--line:#999;--edge:#666;--paper:#fff;
    --ground:#fff;--tint:#eee;--link:#000;--bad:#8f1313;--bad-tint:#fff;--warn:#4d3600;
    --warn-tint:#fff;--good:#0b5a33;--good-tint:#fff;--c0:#1f5fa8;--c1:#0b7a5c;--c2:#a3480f;
    --c3:#7a3aa0;--c4:#b01e55;--c5:#5d6b00;--c6:#0f6f86;--c7:#5a6675}
    body{font-size:9.5pt;padding:0!important}
    #controls,.bar,.skip,.pick,.voice,#sheet,.more,.actions,.extras,.shared,.grid,.nothing{
    display:none!important}
    .top,main,footer{padding-inline:0}
    [data-view=grid] .sessions{display:grid}
    .sessions{gap:0}
    .session{content-visibility:visible;border:0;border-block-end:1px solid var(--line);
    border-inline-start:3px solid var(--own);border-radius:0;padding-block:.35rem;max-inline-size:none;
    grid-template-columns:7.5rem minmax(0,1fr);break-inside:avoid;background:none;box-shadow:none}
    .day{padding-block-start:.8rem}
    .day-name,.hours{break-after:avoid}
    .until{display:inline;font-size:inherit}
    .when{font-size:1rem}
    h4{font-size:1rem}
    .badge{border:1px solid currentcolor}
    .is-empty .none.filtered{display:none}
    .day.is-empty{display:none}}
    """
}
