// SPDX-License-Identifier: GPL-3.0-or-later

/// Search, filters and the choice of a clock.
enum ControlStyle {
  static let css = """
    .controls{display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:end;padding-block:.5rem .4rem}
    .field{display:flex;flex-direction:column;gap:.15rem;min-inline-size:0}
    .field.grow{flex:1 1 9rem}
    .field.clock{order:3;flex:1 1 100%;flex-direction:row;align-items:center;gap:.6rem}
    .field.clock select{min-block-size:2.5rem}
    .field label,.filters legend{white-space:nowrap;font-size:.82rem;font-weight:600;color:var(--soft)}
    .field input,.field select{min-block-size:2.75rem;padding:.4rem .7rem;inline-size:100%;
    border:1px solid var(--edge);border-radius:.6rem;background:var(--paper);font-size:1rem;
    text-overflow:ellipsis}
    .field.link{margin-block:.7rem;flex:none}
    .filters{display:grid;gap:.8rem;padding:.8rem;margin-block:.5rem;background:var(--paper);
    border:1px solid var(--line);border-radius:.6rem}
    .filters legend{padding-block-end:.3rem}
    .chip{display:inline-flex;align-items:center;gap:.4rem;margin-block:0 .4rem;
    margin-inline:0 .35rem;min-block-size:2.4rem;padding:.25rem .7rem;
    border:1px solid var(--edge);border-radius:1.4rem;cursor:pointer;font-size:.92rem}
    .chip:hover{background:var(--tint)}
    .chip input{inline-size:1.05rem;block-size:1.05rem;margin:0;accent-color:var(--strong);flex:none}
    .chip small{color:var(--soft);font-variant-numeric:tabular-nums}
    .chip:focus-within{outline:3px solid var(--link);outline-offset:1px}
    .chip input:focus-visible{outline:none}
    .result{display:flex;gap:1rem;align-items:center;justify-content:space-between;
    padding-block:.2rem .5rem;min-block-size:2.2rem}
    .tally{color:var(--soft);font-size:.9rem}
    .clear{min-block-size:2.2rem;padding-block:.15rem}
    @media (min-width:48rem){.field.grow{flex:1 1 16rem;max-inline-size:40rem}
    .field.clock{order:0;flex:0 1 auto;flex-direction:column;align-items:stretch;gap:.15rem}
    .field.clock select{min-block-size:2.75rem}
    .result{justify-content:flex-start}}
    """
}
