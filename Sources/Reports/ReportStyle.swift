// SPDX-License-Identifier: GPL-3.0-or-later

/// The page's looks. Colours differ in lightness, and every state has its sign beside it.
enum ReportStyle {
  static let css = """
    :root{--ink:#14202e;--soft:#44566b;--line:#b9c4d2;--paper:#fff;--tint:#eef3f9;--bad:#8f1313;\
    --badtint:#fde4e1;--warn:#fff1cc;--good:#0b5a33;--link:#14508f}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:80rem;padding:1rem;color:var(--ink);background:var(--paper);\
    font:1rem/1.45 system-ui,sans-serif}
    h1{font-size:1.6rem;margin:.4rem 0}h2{font-size:1.25rem;margin:2rem 0 .5rem;\
    border-bottom:2px solid var(--line)}
    a{color:var(--link)}.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;\
    background:var(--paper);padding:.5rem}
    nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1rem;padding:0;list-style:none}
    .wide{overflow-x:auto;margin:.8rem 0}.wide:focus{outline:3px solid var(--link)}
    table{border-collapse:collapse;font-size:.88rem}caption{text-align:left;font-weight:600;\
    padding:.3rem 0}
    th,td{border:1px solid var(--line);padding:.25rem .45rem;text-align:left;vertical-align:top}
    thead th{background:var(--tint)}.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
    .short,.bad,.good,.open,.plain{white-space:nowrap}.bad{color:var(--bad);font-weight:600}.good{color:var(--good)}.open{color:var(--soft)}
    .day td{min-width:7.5rem}.session{background:var(--tint);border-left:4px solid var(--link)}
    .session.costs{background:var(--warn);border-left-color:#7a5600}
    .session.broken{background:var(--badtint);border-left-color:var(--bad)}
    code{font-size:.8rem;white-space:nowrap}figure{margin:1rem 0;overflow-x:auto}\
    figcaption{color:var(--soft);font-size:.85rem}svg{max-width:100%;height:auto}
    @media print{@page{size:A4 landscape;margin:12mm}body{max-width:none;padding:0;font-size:9pt}\
    nav,.skip{display:none}table{font-size:6.5pt;max-width:100%}\
    th,td{padding:.15rem .25rem}code{white-space:normal;overflow-wrap:anywhere}\
    .many{font-size:4.5pt}.many th,.many td{overflow-wrap:anywhere;padding:.1rem;white-space:normal}.day td{min-width:0}\
    h2,caption{break-after:avoid}tr,figure{break-inside:avoid}.wide{overflow:visible}\
    *{print-color-adjust:exact}}
    """
}
