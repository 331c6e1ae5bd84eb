// SPDX-License-Identifier: GPL-3.0-or-later

// The panel beside the timetable: one subject at a time, each one click away.

import { buttonOf, make, onlyIfNew, refill } from "./elements.js";
import { draftsPanel } from "./panel-drafts.js";
import { costsPanel, fairnessPanel, linksPanel, problemsPanel } from "./panel-findings.js";
import { historyPanel } from "./panel-history.js";
import { publishPanel } from "./panel-publish.js";
import { sessionPanel } from "./panel-session.js";
import { severalPanel } from "./panel-several.js";
import { solvePanel } from "./panel-solve.js";
import { tablesPanel } from "./panel-tables.js";
import { unplacedPanel } from "./panel-unplaced.js";
import { whatIfsPanel } from "./panel-what-ifs.js";
import { set, state } from "./store.js";

/**
 * What a panel shows is made anew when something that it needs is another thing; what changes by
 * the second is `live`, and leaves the rest alone.
 *
 * @typedef {{
 *   name: string,
 *   isWide?: boolean,
 *   needs: () => unknown[],
 *   count?: () => number,
 *   show: () => Child[],
 *   live?: () => void,
 * }} Panel
 */

/** @type {Record<string, Panel>} */
const panels = {
  session: sessionPanel,
  problems: problemsPanel,
  costs: costsPanel,
  links: linksPanel,
  fairness: fairnessPanel,
  unplaced: unplacedPanel,
  several: severalPanel,
  solve: solvePanel,
  "what-ifs": whatIfsPanel,
  history: historyPanel,
  drafts: draftsPanel,
  publish: publishPanel,
  tables: tablesPanel,
};

const tabs = make("nav", { class: "tabs", "aria-label": "Beside the timetable" });
// Whoever has no wheel scrolls it with the arrows.
const body = make("div", { class: "panel-body", tabindex: 0 });
export const panel = make("aside", { class: "panel", "aria-label": "Details" }, tabs, body);

/** @param {string} tab */
export const openTab = tab => set({ tab, isOpen: true });

/** @param {string} tab */
const tabButton = tab => {
  const { name, count } = panels[tab];
  const number = count ? count() : 0;
  return make("button", {
    type: "button",
    class: "tab",
    "data-focus": "tab " + tab,
    "aria-current": state.tab === tab && "true",
    on: { click: () => openTab(tab) },
  }, name, number ? make("span", { class: "count" }, String(number)) : null);
};

const shown = () => panels[state.tab] || sessionPanel;

const showTabs = () => refill(tabs, ...Object.keys(panels).map(tabButton),
  buttonOf("tab close", () => set({ isOpen: false }), "Close"));

/** @type {Panel | null} */
let last = null;

// Asking where it is scrolled to would lay the page out anew, in the middle of a lift.
let isScrolled = false;
body.addEventListener("scroll", () => { isScrolled = body.scrollTop > 0; });

const showBody = onlyIfNew(() => {
  refill(body, ...shown().show());
  if (isScrolled && last !== shown()) body.scrollTop = 0;
  last = shown();
}, () => [shown(), ...shown().needs()]);

export const showPanel = () => {
  document.body.classList.toggle("has-panel", state.isOpen);
  document.body.classList.toggle("has-wide-panel", Boolean(shown().isWide));
  panel.hidden = !state.isOpen;
  if (!state.isOpen) return;
  showTabs();
  showBody();
  const { live } = shown();
  if (live) live();
};
