// SPDX-License-Identifier: GPL-3.0-or-later

// The timetable by clicks, taps and keys: one listener for all cells.

import { focusOn } from "./elements.js";
import { find } from "./find.js";
import { grid, showAim, tabTo } from "./grid.js";
import { aim, aimAt, drop, lift, onAim, onDrop, putBack, turn } from "./lift.js";
import { byKey, isSame, placeBeside } from "./places.js";
import { mayEdit, places, roomName, set, state } from "./store.js";
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

/** @param {HTMLElement} box */
const placeIn = box => state.lift
  ? byKey(state.lift.places).get(box.dataset.place || "")
  : undefined;

/** @param {PricedPlace | undefined} place */
const clickPlace = place => {
  if (place && mayEdit()) drop(place);
  else if (place) say(pricedText(place, roomName));
};

/** @param {MouseEvent} event */
const click = event => {
  const place = boxAt(event.target, ".place");
  const box = boxAt(event.target, ".session");
  const id = box && box.dataset.session;
  if (place) clickPlace(placeIn(place));
  else if (!id) return;
  else if (event.ctrlKey || event.metaKey || event.shiftKey) pick(id);
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
 * The session that an arrow leads to: the nearest that way, straight before slanting.
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
    if (other !== box && ahead > 2 && distance < least)[best, least] = [other, distance];
  }
  return best;
};

/**
 * Where arrows start from: the place under the focus, the one aimed at, or where the session is.
 *
 * @param {EventTarget | null} target
 */
const aimedFrom = target => {
  const box = boxAt(target, ".place");
  return box && placeIn(box) || aim.place || places()[state.lifted];
};

/**
 * With a session lifted: to another place.
 *
 * @param {KeyboardEvent} event
 */
const stepPlaces = event => {
  if (!state.lift) return false;
  const from = aimedFrom(event.target);
  const isTurn = event.key === "n" || event.key === "p";
  if (isTurn || event.key in ways && !from) turn(event.key === "p" ? -1 : 1);
  else if (event.key in ways && from) {
    const rooms = state.board.scenario.rooms.map(room => room.id);
    const next = placeBeside(state.lift.places, rooms, from, event.key);
    if (next) aimAt(next);
  } else return false;
  return true;
};

/**
 * With none lifted: to another session.
 *
 * @param {KeyboardEvent} event
 */
const stepSessions = event => {
  const box = event.key in ways && boxAt(event.target, ".session");
  const next = box && sessionBeside(box, event.key);
  if (!box || !next) return false;
  tabTo(next);
  next.focus();
  return true;
};

const escape = () => {
  const id = state.lifted;
  if (!id) return false;
  putBack();
  find(id);
  return true;
};

/** @param {KeyboardEvent} event */
const key = event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isDone = event.key === "Escape" ? escape() : stepPlaces(event) || stepSessions(event);
  if (!isDone) return;
  event.preventDefault();
  event.stopPropagation();
};

// Who aims by keys goes there; who aims with the pointer is only shown where.
const goToAim = () => {
  if (!aim.place) return;
  const node = showAim(aim.place);
  if (!node) return;
  tabTo(node);
  if (!node.matches(":hover")) node.focus();
};

// Whoever points at a place is told what it does.
const hover = ( /** @type {PointerEvent} */ event) => {
  const box = boxAt(event.target, ".place");
  const priced = box && placeIn(box);
  if (priced && !isSame(priced, aim.place)) aimAt(priced);
};

/**
 * The place that had the focus is gone: the session has it, where it is now.
 *
 * @param {string} id
 */
const followDrop = id => requestAnimationFrame(() => {
  if (document.activeElement === document.body) focusOn(grid, "session " + id);
});

export const listenToGrid = () => {
  onDrop(followDrop);
  grid.addEventListener("pointerover", hover);
  grid.addEventListener("click", click);
  grid.addEventListener("keydown", key);
  onAim(goToAim);
};
