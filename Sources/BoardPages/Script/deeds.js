// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does to the draft. Every way of moving ends in `move`, so every way writes the same act.

import { actOf, again, moved, newKey, rebased } from "./acts.js";
import { askWhich } from "./dialog.js";
import { make } from "./elements.js";
import { outboxOf } from "./outbox.js";
import { draftPath, get, post } from "./server.js";
import { changed, roomName, set, state, titleOf } from "./store.js";
import { instantText } from "./times.js";
import { say } from "./voice.js";
import { actText, moveText, refusalText } from "./words.js";

const shelf = () => "board-edits-" + state.board.scenario.id;

/** @type {ReturnType<typeof outboxOf>} */
let outbox;

/** @param {DraftState} draft */
export const setDraft = draft => {
  // An answer that was overtaken by a newer one is old news.
  const isOlder = state.draft && state.draft.draft.id === draft.draft.id
    && draft.draft.head < state.draft.draft.head;
  if (!isOlder) set({ draft });
};

/** @param {number | string} id */
export const readDraft = async id => {
  const { status, data } = await get(draftPath(id));
  if (status === 200) setDraft(data);
  else if (status) say(refusalText(data), { isBad: true });
  return status;
};

const readAgain = () => readDraft(state.draft.draft.id);

/**
 * @param {Waiting} edit
 * @param {any} data
 */
const ask = async (edit, data) => {
  const conflict = data.conflict;
  await readAgain();
  const head = state.draft.draft.head;
  const theirs = (conflict.theirs || []).map(( /** @type {LoggedAct} */ act) => make("li", {},
    make("b", {}, act.author), ", " + instantText(act.instant) + ": " + actText(act, titleOf,
      roomName),
    act.why ? make("span", { class: "why" }, " Why: " + act.why) : null));
  const mine = (edit.body.moves || []).map(move => make("li", {},
    moveText(move, titleOf, roomName)));
  askWhich("Somebody else changed this meanwhile", [
    make("p", {}, conflict.sentence || "Your edit and another one are about the same."),
    make("h3", {}, "They did"),
    make("ul", { class: "plain-list" }, ...theirs),
    make("h3", {}, "You want"),
    make("ul", { class: "plain-list" }, ...mine.length ? mine : [make("li", {}, edit.body.kind)]),
    edit.body.why ? make("p", { class: "why" }, "Why: " + edit.body.why) : null,
  ], [
    ["Do mine on top", () => outbox.answer(edit, again(edit, state.draft.places, head))],
    ["Leave theirs", () => {
      outbox.answer(edit, null);
      say("Theirs stays. Your edit was not made.");
    }],
  ]);
};

// Edits that an earlier visit left behind are sent first.
export const openOutbox = () => {
  outbox = outboxOf({
    load: () => localStorage.getItem(shelf()),
    save: text => localStorage.setItem(shelf(), text),
    send: post,
    wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
    changed: () => set({ waiting: outbox ? outbox.list() : [] }),
    lost: () => set({ connection: "lost" }),
    rebased: (edit, data) =>
      data && data.places ? rebased(edit, data.places, data.draft.head) : edit,
    taken: (_, data) => {
      set({ connection: "joined", log: null });
      if (data && data.places) setDraft(data);
      else readAgain();
    },
    asked: ask,
    refused: (_, answer) => {
      say(refusalText(answer.data), { isBad: true });
      readAgain();
    },
  });
  set({ waiting: outbox.list() });
  for (const edit of outbox.list())
    if (edit.conflict) ask(edit, { conflict: edit.conflict });
  outbox.flush();
};

export const flush = () => outbox.flush();

/**
 * Says why there was no answer, or not the one that was hoped for.
 *
 * @param {{ status: number, data: any }} answer
 * @param {string} [kept] what has not been lost
 */
export const complain = ({ status, data }, kept = "") =>
  say(status ? refusalText(data) : "The board does not answer." + kept, { isBad: true });

/**
 * @param {string} why
 */
const by = why => ({ key: newKey(), base: state.draft.draft.head, author: state.author, why });

/**
 * An act of the draft that is shown.
 *
 * @param {string} kind
 * @param {Record<string, unknown>} about
 * @param {string} [why]
 */
export const act = (kind, about, why = "") =>
  outbox.add({ path: draftPath(state.draft.draft.id, "acts"), body: actOf(by(why), kind, about) });

/**
 * @param {Move[]} moves
 * @param {string} [why]
 */
export const move = (moves, why) => act("moves", { moves }, why);

/** @param {"undo" | "redo"} which */
export const step = which => {
  say(which === "undo" ? "Undone." : "Done again.");
  return outbox.add({
    path: draftPath(state.draft.draft.id, which),
    body: /** @type {ActBody} */ (actOf(by(""), which, {})),
  });
};

/**
 * Something besides acts that is answered with the draft: accepting a solve, for one.
 *
 * @param {string} path
 * @param {string} kind
 * @param {string} why
 */
export const actAt = (path, kind, why) => outbox.add({ path, body: actOf(by(why), kind, {}) });

/**
 * How the places would be with some moves made.
 *
 * @param {Move[]} moves
 */
export const wouldBe = moves => moved(state.draft.places, moves);

export const showAgain = changed;
