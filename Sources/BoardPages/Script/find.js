// SPDX-License-Identifier: GPL-3.0-or-later

// Finding a session in the timetable, from wherever it is named.

import { buttonOf, isNarrow, make } from "./elements.js";
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
  if (isNarrow()) set({ isOpen: false });
  set({ selected: id });
  showGrid();
  requestAnimationFrame(() => show(id));
};

/**
 * A session's name that leads to it.
 *
 * @param {string} id
 */
export const linkTo = id => link(id, "find");

/**
 * @param {string} id
 * @param {string} look
 */
const link = (id, look) => {
  const session = sessionOf(id);
  return buttonOf(look, () => find(id), session ? session.title : id, " ",
    session ? Object.assign(document.createElement("small"), { textContent: id }) : null);
};

/** @param {string} text */
const literal = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * A sentence in which sessions are named, each name leading to its session; those that it does not
 * name follow it.
 *
 * @param {string} sentence names them as `ID “title”`, or by the id alone
 * @param {string[]} ids
 * @returns {(Node | string)[]}
 */
export const linked = (sentence, ids) => {
  const known = [...new Set(ids)].filter(sessionOf);
  if (!known.length) return [sentence];
  const longest = [...known].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    "(^|[^\\w.-])(" + longest.map(literal).join("|") + ")(?![\\w-])(?: “[^”]*”)?", "g");
  /** @type {(Node | string)[]} */
  const parts = [];
  const named = new Set();
  let end = 0;
  for (const match of sentence.matchAll(pattern)) {
    parts.push(sentence.slice(end, match.index) + match[1], link(match[2], "find in-words"));
    named.add(match[2]);
    end = (match.index || 0) + match[0].length;
  }
  const others = known.filter(id => !named.has(id));
  return [
    ...parts, sentence.slice(end),
    ...others.length ? [make("span", { class: "finds" }, ...others.map(linkTo))] : [],
  ];
};
