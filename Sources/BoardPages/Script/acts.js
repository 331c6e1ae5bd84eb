// SPDX-License-Identifier: GPL-3.0-or-later

// Acts as they are sent, and what they do to the places that the screen shows meanwhile. Pure, but for
// the key, which nobody else may have.

import { isSame } from "./places.js";

/** A key for a request: asked again with the same key, the board does nothing twice. */
export const newKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
};

/**
 * A place and nothing else: what it was priced at is no part of an act.
 *
 * @param {Place | null | undefined} place
 */
export const barePlace = place => place ? { start: place.start, room: place.room } : null;

/**
 * The body of an act. The same act has the same bytes, whether it was dragged, clicked or typed.
 *
 * @param {{ key: string, base: number, author: string, why?: string }} by
 * @param {string} kind
 * @param {Record<string, unknown>} about
 * @returns {ActBody}
 */
export const actOf = ({ key, base, author, why }, kind, about) =>
  ({ key, base, author, why: why || "", kind, ...about });

/**
 * @param {Places} places
 * @param {string} session
 * @param {Place | null} to
 * @returns {Move}
 */
export const moveOf = (places, session, to) =>
  ({ session, from: barePlace(places[session]), to: barePlace(to) });

/**
 * Places with the moves made; the places given stay as they are.
 *
 * @param {Places} places
 * @param {Move[]} moves
 */
export const moved = (places, moves) => {
  const after = { ...places };
  for (const { session, to } of moves) after[session] = to;
  return after;
};

/**
 * Places as they are with all edits that the board has not answered yet.
 *
 * @param {Places} places
 * @param {Waiting[]} waiting
 */
export const movedWaiting = (places, waiting) =>
  moved(places, waiting.flatMap(({ body }) => body.moves || []));

/**
 * The edits that are about one draft.
 *
 * @param {Waiting[]} waiting
 * @param {string} path of the draft
 */
export const editsOf = (waiting, path) => waiting.filter(edit => edit.path.startsWith(path + "/"));

/**
 * Sessions that the waiting edits are about.
 *
 * @param {Waiting[]} waiting
 */
export const waitingFor = waiting =>
  new Set(waiting.flatMap(({ body }) => (body.moves || []).map(move => move.session)));

/**
 * The same edit on top of what is there now, after a person was asked: each session goes where they
 * wanted it, from wherever it is.
 *
 * @param {Waiting} edit
 * @param {Places} places
 * @param {number} head
 * @returns {Waiting}
 */
export const again = ({ since, path, body }, places, head) => {
  const moves = body.moves && body.moves.map(({ session, to }) => moveOf(places, session, to));
  return { since, path, body: { ...body, base: head, ...(moves ? { moves } : {}) } };
};

/**
 * An edit that was made on top of one that has just been taken: what was taken is no news to it.
 * Where somebody else moved its sessions meanwhile it stays as it is, and the board will ask.
 *
 * @param {Waiting} edit
 * @param {Places} places as they are after what was taken
 * @param {number} head
 * @returns {Waiting}
 */
export const rebased = (edit, places, head) => {
  const isUntouched = (edit.body.moves || []).every(({ session, from }) => isSame(places[session],
    from));
  return isUntouched ? { ...edit, body: { ...edit.body, base: head } } : edit;
};
