// SPDX-License-Identifier: GPL-3.0-or-later

/// The ground: type, links, focus, buttons.
package enum BaseStyle {
  package static let css = """
    *{box-sizing:border-box}
    html{scroll-padding-block:7.5rem 5rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    body{margin:0;color:var(--ink);background:var(--ground);
    font:1rem/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
    overflow-wrap:anywhere}
    [hidden]{display:none!important}
    a{color:var(--link);text-underline-offset:.15em}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
    main:focus,.session:focus:not(:focus-visible),#sheet-title:focus{outline:none}
    .unseen{position:absolute;inline-size:1px;block-size:1px;margin:-1px;overflow:hidden;
    clip-path:inset(50%);white-space:nowrap}
    .skip{position:absolute;inset-inline-start:1rem;inset-block-start:-9rem;z-index:9;
    background:var(--paper);padding:.6rem}
    .skip:focus{inset-block-start:1rem}
    .lines{white-space:pre-line}
    h1,h2,h3,h4,p,ul,ol,dl,dd,fieldset{margin:0;padding:0}
    ul,ol{list-style:none}
    fieldset{border:0;min-inline-size:0}
    button,input,select{font:inherit;color:inherit}
    button{cursor:pointer}
    .button,.plain{display:inline-flex;align-items:center;gap:.35rem;min-block-size:2.75rem;
    padding:.4rem .9rem;border:1px solid var(--edge);border-radius:.6rem;background:var(--paper);
    color:var(--ink);font-weight:600;text-decoration:none}
    .button:hover,.plain:hover{background:var(--tint)}
    .button.strong{background:var(--strong);border-color:var(--strong);color:var(--on-strong)}
    .button.strong:hover{text-decoration:underline}
    .button small{font-weight:400}
    .count{display:inline-block;min-inline-size:1.5em;padding:0 .4em;border-radius:1em;
    background:var(--strong);color:var(--on-strong);font-size:.82em;font-weight:700;
    text-align:center;font-variant-numeric:tabular-nums}
    .top,#controls,main,footer{padding-inline:max(1rem,env(safe-area-inset-left))
    max(1rem,env(safe-area-inset-right))}
    footer{padding-block:2rem 2rem;color:var(--soft);font-size:.85rem;max-inline-size:60rem}
    .voice{position:fixed;inset-block-end:1rem;inset-inline:1rem;z-index:8;margin-inline:auto;
    max-inline-size:34rem;padding:.7rem 1rem;border-radius:.7rem;background:var(--ink);
    color:var(--paper);box-shadow:var(--shade);opacity:0;pointer-events:none;
    max-block-size:30vh;overflow:hidden}
    .voice.is-shown{opacity:1;pointer-events:auto}
    .voice:empty{display:none}
    .voice button{margin-inline-start:.5rem;padding:.2rem .7rem;min-block-size:2rem;
    background:transparent;border:1px solid currentcolor;border-radius:.4rem;font-weight:600}
    .has-script .voice{inset-block-end:calc(4.6rem + env(safe-area-inset-bottom))}
    @media (min-width:48rem){.has-script .voice{inset-block-end:1rem}}
    """
}
