// SPDX-License-Identifier: GPL-3.0-or-later

// The timetable by clicks, taps and keys: one listener for all cells.

import { find } from "./find.js";
import { grid, showAim } from "./grid.js";
import { aim, aimAt, drop, lift, onAim, putBack, turn } from "./lift.js";
import { byKey, placeBeside } from "./places.js";
import { mayEdit, roomName, set, state } from "./store.js";
import { say } from "./voice.js";
import { pricedText } from "./words.js";

/**
 * @param {EventTarget | null} target
 * @param {string} selector
 */
const boxAt = (target, selector) => /** @type {HTMLElement | null} */ (
  target instanceof Element ? target.closest(selector) : null);

/** @param {string} id */
const pick = id => {
  const picked = new Set(state.picked);
  if (!picked.delete(id)) picked.add(id);
  set({ picked, tab: "several" });
};

/** @param {MouseEvent} event */
const click = event => {
  const place = boxAt(event.target, ".place");
  if (place && state.lift) {
    const priced = byKey(state.lift.places).get(place.dataset.place || "");
    if (priced && mayEdit()) drop(priced);
    else if (priced) say(pricedText(priced, roomName));
    return;
  }
  const box = boxAt(event.target, ".session");
  const id = box && box.dataset.session;
  if (!id) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) pick(id);
  else if (state.lifted === id) putBack();
  else lift(id);
};

/** @param {HTMLElement} box */
const middleOf = box => {
  const { left, top, width, height } = box.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2, top };
};

/** @type {Record<string, [number, number]>} */
const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The session that an arrow leads to: the nearest that way, the straight way before the slanting one.
 *
 * @param {HTMLElement} box
 * @param {string} key
 */
const sessionBeside = (box, key) => {
  const [right, down] = ways[key];
  const from = middleOf(box);
  let best = null;
  let least = Infinity;
  for (const other of /** @type {NodeListOf<HTMLElement>} */ (grid.querySelectorAll(".session"))) {
    const to = middleOf(other);
    const ahead = (to.x - from.x) * right + (to.y - from.y) * down;
    const aside = Math.abs(right ? to.top - from.top : to.x - from.x);
    const distance = ahead + 3 * aside;
    if (other !== box && ahead > 2 && distance < least) [best, least] = [other, distance];
  }
  return best;
};

/** @param {KeyboardEvent} event */
const stepPlaces = event => {
  if (!state.lift) return false;
  if (event.key === "n" || event.key === "p") {
    turn(event.key === "n" ? 1 : -1);
    return true;
  }
  if (!(event.key in ways)) return false;
  const box = boxAt(event.target, ".place, .session");
  const at = box && box.dataset.place && byKey(state.lift.places).get(box.dataset.place)
    || aim.place || state.draft.places[state.lifted];
  if (!at) {
    turn(1);
    return true;
  }
  const rooms = state.board.scenario.rooms.map(room => room.id);
  const next = placeBeside(state.lift.places, rooms, at, event.key);
  if (next) aimAt(next);
  return true;
};

/** @param {KeyboardEvent} event */
const key = event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && state.lifted) {
    event.preventDefault();
    const id = state.lifted;
    putBack();
    find(id);
  } else if (stepPlaces(event)) event.preventDefault();
  else if (event.key in ways) {
    const box = boxAt(event.target, ".session");
    const next = box && sessionBeside(box, event.key);
    if (!next) return;
    event.preventDefault();
    if (box) box.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
};

// Who aims by keys goes there; who aims with the pointer is only shown where.
const goToAim = () => {
  if (!aim.place) return;
  const node = showAim(aim.place);
  if (!node) return;
  node.tabIndex = 0;
  if (!node.matches(":hover")) node.focus();
};

export const listenToGrid = () => {
  grid.addEventListener("click", click);
  grid.addEventListener("keydown", key);
  onAim(goToAim);
};
