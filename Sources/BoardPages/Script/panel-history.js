// SPDX-License-Identifier: GPL-3.0-or-later

// What was done to the draft: who, when, what, why; and what can be read out in the minutes.

import { act as doAct, step } from "./deeds.js";
import { askText } from "./dialog.js";
import { buttonOf, make } from "./elements.js";
import { linkTo } from "./find.js";
import { branch } from "./panel-drafts.js";
import { nameOfKind } from "./panel-solve.js";
import { newestOf } from "./newest.js";
import { draftPath, get } from "./server.js";
import { mayEdit, roomName, sessionOf, set, state, titleOf } from "./store.js";
import { instantText } from "./times.js";
import { actText, placeText } from "./words.js";

/** @type {Promise<void> | null} */
let reading = null;

const getLog = newestOf(get);

const readLog = async () => {
  const { status, data } = await getLog(draftPath(state.draft.draft.id, "log"));
  reading = null;
  if (status === 200) set({ log: data.acts });
};

/** @param {Move} move */
const moveRow = ({ session, from, to }) => make("li", {},
  sessionOf(session) ? linkTo(session) : session,
  " ", make("small", {}, placeText(from, roomName) + " → " + placeText(to, roomName)));

/** @param {LoggedAct} act */
const deed = act => {
  const moves = act.moves || [];
  if (!moves.length) return make("p", {}, actText(act, titleOf, roomName));
  return make("div", {}, found(act),
    make("ul", { class: "plain-list" }, ...moves.map(moveRow)));
};

/**
 * What found the moves, where it was a search.
 *
 * @param {LoggedAct} act
 */
const found = ({ computed }) => computed ? make("div", {},
  make("p", {}, nameOfKind(computed.question) + (computed.isStopped ? ", stopped" : "")
    + (typeof computed.objective === "number" ? ": cost " + computed.objective : "")
    + (typeof computed.bound === "number" ? ", bound " + computed.bound : "")),
  make("p", {}, make("small", {}, "Typed: ", make("code", {}, computed.command)))) : null;

/** @param {LoggedAct} act */
const actRow = act => make("li", { class: act.undone ? "card undone" : "card" },
  make("p", { class: "act-head" }, make("b", {}, act.author), " ",
    make("small", {}, instantText(act.instant) + " · act " + act.number
      + (act.undone ? " · undone" : ""))),
  deed(act),
  act.why ? make("p", { class: "why" }, "Why: " + act.why) : null,
  mayEdit() && buttonOf("find", () => branch(act.number), "Branch from here …"));

const askNote = () => askText({
  title: "A note on the whole draft",
  label: "Note",
  ok: "Keep",
}, text => doAct("note", { text }));

export const historyPanel = {
  name: "History",
  needs: () => [state.log, state.draft],
  show: () => {
    if (!state.log && !reading) reading = readLog();
    const decisions = "/decisions/" + encodeURIComponent(state.draft.draft.id);
    return [
      make("h2", {}, "History"),
      make("div", { class: "actions" },
        mayEdit() ? buttonOf("button", () => step("undo"), "Undo") : null,
        mayEdit() ? buttonOf("button", () => step("redo"), "Do again") : null,
        mayEdit() ? buttonOf("button", askNote, "Note …") : null,
        make("a", { class: "button", href: decisions }, "Decisions"),
        make("a", { class: "button", href: decisions + ".md" }, "as Markdown")),
      state.log
      ? make("ol", { class: "plain-list" }, ...[...state.log].reverse().map(actRow))
      : make("p", { class: "soft" }, "The log is being read …"),
      state.log && !state.log.length ? make("p", { class: "soft" }, "Nothing was done yet.") : null,
    ];
  },
};
