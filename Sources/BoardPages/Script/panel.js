// SPDX-License-Identifier: GPL-3.0-or-later

// The panel beside the timetable: one subject at a time, each one click away.

import { buttonOf, make, refill } from "./elements.js";
import { draftsPanel } from "./panel-drafts.js";
import { costsPanel, fairnessPanel, linksPanel, problemsPanel } from "./panel-findings.js";
import { historyPanel } from "./panel-history.js";
import { sessionPanel } from "./panel-session.js";
import { severalPanel } from "./panel-several.js";
import { solvePanel } from "./panel-solve.js";
import { tablesPanel } from "./panel-tables.js";
import { unplacedPanel } from "./panel-unplaced.js";
import { set, state } from "./store.js";

/**
 * @typedef {{
 *   name: string,
 *   isWide?: boolean,
 *   needs: () => unknown[],
 *   count?: () => number,
 *   show: () => Child[],
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
  history: historyPanel,
  drafts: draftsPanel,
  tables: tablesPanel,
};

const tabs = make("nav", { class: "tabs", "aria-label": "Beside the timetable" });
const body = make("div", { class: "panel-body", tabindex: -1 });
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

/** @type {unknown[]} */
let lastMade = [];

export const showPanel = () => {
  document.body.classList.toggle("has-panel", state.isOpen);
  panel.hidden = !state.isOpen;
  if (!state.isOpen) return;
  const shown = panels[state.tab] || sessionPanel;
  panel.classList.toggle("is-wide", Boolean(shown.isWide));
  document.body.classList.toggle("has-wide-panel", Boolean(shown.isWide));
  refill(tabs, ...Object.keys(panels).map(tabButton),
    buttonOf("tab close", () => set({ isOpen: false }), "Close"));
  const made = [shown, ...shown.needs()];
  if (made.length === lastMade.length && made.every((value,
      place) => value === lastMade[place])) return;
  const isOther = made[0] !== lastMade[0];
  lastMade = made;
  const top = isOther ? 0 : body.scrollTop;
  refill(body, ...shown.show());
  body.scrollTop = top;
};
