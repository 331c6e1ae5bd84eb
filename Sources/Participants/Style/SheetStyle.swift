// SPDX-License-Identifier: GPL-3.0-or-later

/// One session in full: from below on a phone, in the middle of a wide screen.
enum SheetStyle {
  static let css = """
    #sheet{inline-size:100%;max-inline-size:44rem;max-block-size:92vh;padding:0;border:0;
    color:var(--ink);background:var(--paper);box-shadow:0 10px 40px #0008;
    margin-block:auto 0;margin-inline:auto;border-radius:1rem 1rem 0 0}
    #sheet::backdrop{background:#0008}
    .sheet-body{padding:1.1rem 1.1rem calc(1.4rem + env(safe-area-inset-bottom));
    overflow-y:auto;max-block-size:92vh}
    #sheet h2{font-size:1.25rem;line-height:1.25;margin-block-end:.4rem}
    #sheet .close{float:inline-end;inline-size:2.9rem;block-size:2.9rem;margin:-.5rem;
    margin-inline-start:.5rem;border:0;border-radius:50%;background:transparent;font-size:1.7rem;
    line-height:1}
    #sheet .close:hover{background:var(--tint)}
    .sheet-when{font-variant-numeric:tabular-nums}
    .sheet-when span{color:var(--soft);display:block;font-size:.9rem}
    #sheet .about{margin-block-start:1rem;font-size:.95rem}
    #sheet .pick svg{inline-size:1.3rem;block-size:1.3rem}
    #sheet .pick[aria-pressed=true]{border-color:var(--star)}
    #sheet .kind{color:var(--soft)}
    @media (min-width:48rem){#sheet{margin-block:auto;border-radius:1rem}
    .sheet-body{padding:1.6rem}}
    @supports not (float:inline-end){#sheet .close{float:right}[dir=rtl] #sheet .close{float:left}}
    """
}
