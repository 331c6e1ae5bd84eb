// SPDX-License-Identifier: GPL-3.0-or-later

// A session in the hand: its places are asked for, one is chosen, it is dropped or put back.

import { isSame, placeInTurn, ranked } from "./places.js";
import { moveOf } from "./acts.js";
import { complain, move, step } from "./deeds.js";
import { newestOf } from "./newest.js";
import { draftPath, get } from "./server.js";
import {
  changed,
  mayEdit,
  places,
  roomName,
  set,
  setUnseen,
  state,
  titleOf,
} from "./store.js";
import { say } from "./voice.js";
import { droppedText, liftedText } from "./words.js";

/** The place that keys or the pointer are at. */
export const aim = {
  /** @type {PricedPlace | null} */
  place: null,
};

/** @type {((place: PricedPlace) => void)[]} */
const aimListeners = [];

/** @param {(place: PricedPlace) => void} listener */
export const onAim = listener => aimListeners.push(listener);

/** @param {PricedPlace} place */
export const aimAt = place => {
  aim.place = place;
  for (const listener of aimListeners) listener(place);
};

/** @param {string} id */
export const select = id => set({ selected: id, tab: "session", isOpen: true });

/** @type {((id: string) => void)[]} */
const dropListeners = [];

/** @param {(id: string) => void} listener told of a session that was dropped */
export const onDrop = listener => dropListeners.push(listener);

/** @type {string} */
let asked = "";

const getLift = newestOf(get);

// Milliseconds. Mostly the prices are there before anybody can see that they are not: then all is drawn
// once and not twice, which takes a third off what one waits for.
const patience = 40;

/**
 * Lifts a session; who may only look sees its places all the same.
 *
 * @param {string} id
 */
export const lift = async id => {
  if (state.lifted === id) return;
  const draft = state.draft.draft.id;
  aim.place = null;
  asked = id;
  setUnseen({ lifted: id, lift: null, chains: null, selected: id, tab: "session" });
  const isLate = setTimeout(changed, patience);
  const { status, data } = await getLift(draftPath(draft, "lift", id));
  clearTimeout(isLate);
  if (asked !== id || state.lifted !== id) return;
  if (status !== 200) {
    set({ lifted: "" });
    complain({ status, data }, " Prices are there when it is back.");
    return;
  }
  set({ lift: data });
  say(liftedText(data, ranked(data.places), titleOf, roomName), { isQuiet: true });
  readChains(draft, id);
};

// What is found in a moment is shown while the rest is looked for.
/**
 * @param {number | string} draft
 * @param {string} id
 */
const readChains = async (draft, id) => {
  const path = draftPath(draft, "chains", id);
  for (const question of ["?first=yes", ""]) {
    const { status, data } = await get(path + question);
    if (asked !== id || state.lifted !== id) return;
    if (status === 200) set({ chains: { ...data, isFirst: Boolean(question) } });
    if (status === 200 && data.complete) return;
  }
};

export const putBack = () => {
  if (!state.lifted) return;
  const title = titleOf(state.lifted);
  letGo();
  say("Put back: " + title + ".");
};

const letGo = () => {
  asked = "";
  aim.place = null;
  set({ lifted: "", lift: null, chains: null });
};

/**
 * Drops what is lifted. To where it was is no move.
 *
 * @param {Place | null} to
 */
export const drop = to => {
  const id = state.lifted;
  if (!id || !mayEdit()) return putBack();
  const now = places();
  const lifted = state.lift;
  if (isSame(now[id], to)) return putBack();
  const priced = to && lifted && lifted.places.find(place => isSame(place, to));
  letGo();
  say(droppedText(titleOf(id), to, priced, roomName), { undo: () => step("undo") });
  const moving = move([moveOf(now, id, to)]);
  for (const listener of dropListeners) listener(id);
  return moving;
};

/** @param {1 | -1} way */
export const turn = way => {
  if (!state.lift) return;
  const next = placeInTurn(ranked(state.lift.places), aim.place, way);
  if (next) aimAt(next);
};

// What is priced was priced for a draft that has changed: asked again, quietly.
export const priceAgain = async () => {
  const id = state.lifted;
  if (!id) return;
  const { status, data } = await getLift(draftPath(state.draft.draft.id, "lift", id));
  if (status === 200 && state.lifted === id) set({ lift: data });
};
