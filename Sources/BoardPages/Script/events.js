// SPDX-License-Identifier: GPL-3.0-or-later

// What the board tells all windows: acts of others, solves as they go on, drafts and tables that changed.

import { flush, readDraft } from "./deeds.js";
import { priceAgain } from "./lift.js";
import { readDrafts } from "./panel-drafts.js";
import { heardSolve, readSolves } from "./panel-solve.js";
import { heardTables } from "./panel-tables.js";
import { heardPublication, readPublications } from "./publishing.js";
import { set, state } from "./store.js";
import { say } from "./voice.js";

/** @param {MessageEvent} event */
const dataOf = event => {
  try {
    return JSON.parse(event.data);
  } catch (error) {
    return {};
  }
};

/** @param {any} data */
const heardAct = async data => {
  const { draft } = state.draft;
  if (data.draft !== draft.id || !(data.head > draft.head)) return;
  set({ log: null });
  await readDraft(draft.id);
  priceAgain();
};

// What was done between the first reading and the first event, or while nothing was heard.
const heardHeads = ( /** @type {any} */ heads) => {
  const { draft } = state.draft;
  return heardAct({ draft: draft.id, head: heads && heads[draft.id] });
};

/** @param {Event} event the browser's own word that it is connected, or the board's first event */
const joined = async event => {
  if (event instanceof MessageEvent) return heardHeads(dataOf(event).heads);
  if (state.connection === "joined") return undefined;
  set({ connection: "joined", log: null });
  say("Connected again.");
  flush();
  await readDraft(state.draft.draft.id);
  readDrafts();
  readPublications();
  return readSolves();
};

// Rooms, titles and costs may all be others now.
const tablesChanged = async () => {
  await readDrafts();
  await readDraft(state.draft.draft.id);
  heardTables();
};

export const listenToEvents = () => {
  const events = new EventSource("/api/events");
  events.addEventListener("open", joined);
  events.addEventListener("error", () => {
    if (state.connection !== "lost") say(
      "Not connected. Your edits are kept here and sent when the board is back.", { isBad: true });
    set({ connection: "lost" });
    // A browser gives up for good after some answers: it is asked again.
    if (events.readyState === EventSource.CLOSED) setTimeout(listenToEvents, 2000);
  });
  events.addEventListener("reset", event => heardHeads(dataOf(event).heads));
  events.addEventListener("act", event => heardAct(dataOf(event)));
  events.addEventListener("stage", event => heardAct(dataOf(event)));
  events.addEventListener("solve", event => {
    const solve = dataOf(event);
    if (solve.id && (solve.draft === undefined
        || solve.draft === state.draft.draft.id)) heardSolve(solve);
  });
  events.addEventListener("publication", event => heardPublication(dataOf(event)));
  events.addEventListener("drafts", readDrafts);
  events.addEventListener("tables", tablesChanged);
};
