// SPDX-License-Identifier: GPL-3.0-or-later

// Finding a session in the timetable, from wherever it is named.

import { buttonOf } from "./elements.js";
import { noFilters } from "./filter.js";
import { grid, showGrid, tabTo } from "./grid.js";
import { groups, places, sessionOf, set, state } from "./store.js";
import { dateOf } from "./times.js";
import { say } from "./voice.js";

/** @param {string} id */
const boxOf = id => /** @type {HTMLElement | null} */ (
  grid.querySelector(`[data-session="${CSS.escape(id)}"]`));

/** @param {string} id */
const show = id => {
  const box = boxOf(id);
  if (!box) return;
  tabTo(box);
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "center", inline: "center" });
  box.classList.add("is-found");
  setTimeout(() => box.classList.remove("is-found"), 2500);
};

/**
 * Shows a session where it is: its day, past the filters if need be.
 *
 * @param {string} id
 */
export const find = id => {
  const place = places()[id];
  if (!place) {
    set({ selected: id, tab: "session", isOpen: true });
    return;
  }
  if (groups().hidden.includes(id)) {
    set({ filters: { ...noFilters } });
    say("The filters hid it: they are off.");
  }
  if (state.view !== "week"
    && state.view !== dateOf(place.start)) set({ view: dateOf(place.start) });
  if (innerWidth < 900) set({ isOpen: false });
  set({ selected: id });
  showGrid();
  requestAnimationFrame(() => show(id));
};

/**
 * A session's name that leads to it.
 *
 * @param {string} id
 */
export const linkTo = id => {
  const session = sessionOf(id);
  return buttonOf("find", () => find(id), session ? session.title : id, " ",
    session ? Object.assign(document.createElement("small"), { textContent: id }) : null);
};
