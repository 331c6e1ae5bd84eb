// SPDX-License-Identifier: GPL-3.0-or-later

// What was done to the draft: who, when, what, why; and what can be read out in the minutes.

import { step } from "./deeds.js";
import { buttonOf, make } from "./elements.js";
import { linkTo } from "./find.js";
import { draftPath, get } from "./server.js";
import { mayEdit, roomName, sessionOf, set, state, titleOf } from "./store.js";
import { instantText } from "./times.js";
import { actText } from "./words.js";

/** @type {Promise<void> | null} */
let reading = null;

const readLog = async () => {
  const { status, data } = await get(draftPath(state.draft.draft.id, "log"));
  reading = null;
  if (status === 200) set({ log: data.acts });
};

/** @param {LoggedAct} act */
const actRow = act => make("li", { class: act.undone ? "card undone" : "card" },
  make("p", { class: "act-head" }, make("b", {}, act.author), " ",
    make("small", {},
      instantText(act.instant) + " · " + act.number + (act.undone ? " · undone" : ""))),
  make("p", {}, actText(act, titleOf, roomName)),
  act.why ? make("p", { class: "why" }, "Why: " + act.why) : null,
  make("span", { class: "finds" },
    ...(act.moves || []).slice(0, 6).map(move => move.session).filter(sessionOf).map(linkTo)));

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
        make("a", { class: "button", href: decisions }, "Decisions"),
        make("a", { class: "button", href: decisions + ".md" }, "as Markdown")),
      state.log
      ? make("ol", { class: "plain-list" }, ...[...state.log].reverse().map(actRow))
      : make("p", { class: "soft" }, "The log is being read …"),
      state.log && !state.log.length ? make("p", { class: "soft" }, "Nothing was done yet.") : null,
    ];
  },
};
