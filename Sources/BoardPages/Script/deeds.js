// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does to the draft. Every way of moving ends in `move`, so every way writes the same act.

import { actOf, again, newKey, rebased } from "./acts.js";
import { askWhich } from "./dialog.js";
import { make } from "./elements.js";
import { outboxOf } from "./outbox.js";
import { draftPath, get, post } from "./server.js";
import { roomName, set, state, titleOf } from "./store.js";
import { instantText } from "./times.js";
import { say } from "./voice.js";
import { actText, moveText, refusalText } from "./words.js";

const shelf = () => "board-edit-" + state.board.scenario.id + "-";

/** @param {Waiting} edit */
const nameOf = ({ since, body }) => shelf() + String(since).padStart(15, "0") + "-" + body.key;

const keptEdits = () => Object.keys(localStorage).filter(name => name.startsWith(shelf())).sort()
  .map(name => localStorage.getItem(name) || "");

/** @type {ReturnType<typeof outboxOf>} */
let outbox;

/** @param {DraftState} draft */
export const setDraft = draft => {
  // An answer about another draft, or one that was overtaken by a newer one, is old news.
  const shown = state.draft && state.draft.draft;
  const isNews = !shown || shown.id === draft.draft.id && draft.draft.head >= shown.head;
  if (isNews) set({ draft });
};

/** @param {number | string} id */
export const readDraft = async id => {
  const { status, data } = await get(draftPath(id));
  if (status === 200) setDraft(data);
  else if (status) say(refusalText(data), { isBad: true });
  return status;
};

const readAgain = () => readDraft(state.draft.draft.id);

/** @param {LoggedAct} act */
const theirRow = act => make("li", {},
  make("b", {}, act.author), ", " + instantText(act.instant) + ": ",
  actText(act, titleOf, roomName),
  act.why ? make("span", { class: "why" }, " Why: " + act.why) : null);

/** @param {ActBody} body */
const mineRows = ({ moves = [], kind }) => moves.length
  ? moves.map(each => make("li", {}, moveText(each, titleOf, roomName)))
  : [make("li", {}, kind)];

/**
 * Puts both sides to the person. Their draft may be another one than is shown.
 *
 * @param {Waiting} edit
 * @param {Conflict} conflict
 */
const ask = async (edit, conflict) => {
  const { data } = await get(draftPath(edit.path.split("/")[3]));
  const now = data && data.places ? data : state.draft;
  setDraft(now);
  askWhich("Somebody else changed this meanwhile", [
    make("p", {}, conflict.sentence || "Your edit and another one are about the same."),
    make("h3", {}, "They did"),
    make("ul", { class: "plain-list" }, ...(conflict.theirs || []).map(theirRow)),
    make("h3", {}, "You want"),
    make("ul", { class: "plain-list" }, ...mineRows(edit.body)),
    edit.body.why ? make("p", { class: "why" }, "Why: " + edit.body.why) : null,
  ], [
    ["Do mine on top", () => outbox.answer(edit, again(edit, now.places, now.draft.head))],
    ["Leave theirs", () => {
      outbox.answer(edit, null);
      say("Theirs stays. Your edit was not made.");
    }],
  ]);
};

// Edits that an earlier visit left behind are sent first.
export const openOutbox = () => {
  outbox = outboxOf({
    load: keptEdits,
    keep: edit => localStorage.setItem(nameOf(edit), JSON.stringify(edit)),
    forget: edit => localStorage.removeItem(nameOf(edit)),
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
      if (data && data.not_kept) {
        say("That is done, but it was not kept in the history: " + data.not_kept, { isBad: true });
      }
    },
    asked: (edit, data) => ask(edit, data.conflict),
    refused: (_, answer) => {
      say(refusalText(answer.data), { isBad: true });
      readAgain();
    },
  });
  set({ waiting: outbox.list() });
  for (const edit of outbox.list())
    if (edit.conflict) ask(edit, edit.conflict);
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
 * @param {string} path
 * @param {ActBody} body
 */
const add = (path, body) => outbox.add({ since: Date.now(), path, body });

/**
 * An act of the draft that is shown.
 *
 * @param {string} kind
 * @param {Record<string, unknown>} about
 * @param {string} [why]
 */
export const act = (kind, about, why = "") =>
  add(draftPath(state.draft.draft.id, "acts"), actOf(by(why), kind, about));

/**
 * @param {Move[]} moves
 * @param {string} [why]
 */
export const move = (moves, why) => act("moves", { moves }, why);

/** @param {"undo" | "redo"} which */
export const step = which => {
  say(which === "undo" ? "Undone." : "Done again.");
  return add(draftPath(state.draft.draft.id, which), actOf(by(""), which, {}));
};

/**
 * Something besides acts that is answered with the draft: accepting a solve, for one.
 *
 * @param {string} path
 * @param {string} kind
 * @param {string} why
 */
export const actAt = (path, kind, why) => add(path, actOf(by(why), kind, {}));
