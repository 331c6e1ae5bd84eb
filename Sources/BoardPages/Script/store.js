// SPDX-License-Identifier: GPL-3.0-or-later

// What this window knows: the board, one draft, what is lifted, what is filtered. Whoever shows it is told
// of each change.

import { editsOf, movedWaiting } from "./acts.js";
import { noFilters, passes, sorted, troubled } from "./filter.js";
import { marksOf } from "./marks.js";
import { draftPath } from "./server.js";
import { namesOf } from "./words.js";

/** @type {State} */
export const state = {
  board: /** @type {any} */ (null),
  draft: /** @type {any} */ (null),
  view: "week",
  filters: { ...noFilters },
  tab: "session",
  isOpen: true,
  selected: "",
  picked: new Set(),
  lift: null,
  lifted: "",
  chains: null,
  waiting: [],
  connection: "joined",
  solves: [],
  log: null,
  author: "",
};

/** @type {(() => void)[]} */
const listeners = [];

/** @param {() => void} listener */
export const onChange = listener => listeners.push(listener);

let isDue = false;

// Many changes of one moment are shown once.
export const changed = () => {
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    for (const listener of listeners) listener();
  });
};

/**
 * What is shown by the next change, or by whoever calls `changed`.
 *
 * @param {Partial<State>} change
 */
export const setUnseen = change => {
  Object.assign(state, change);
};

/** @param {Partial<State>} change */
export const set = change => {
  setUnseen(change);
  changed();
};

/** @type {Map<string, SessionData>} */
let sessions = new Map();
/** @type {Map<string, Mark>} */
let marks = new Map();
/** @type {Record<"room" | "kind" | "theme" | "person" | "activity", (id: string) => string>} */
let names;

/** @param {BoardData} board */
export const setBoard = board => {
  const { scenario } = board;
  sessions = new Map(scenario.sessions.map(session => [session.id, session]));
  marks = marksOf(scenario.kinds);
  names = {
    room: namesOf(scenario.rooms),
    kind: namesOf(scenario.kinds),
    theme: namesOf(scenario.themes),
    person: namesOf(scenario.people),
    activity: namesOf(scenario.activities),
  };
  set({ board });
};

/** @param {string} id */
export const sessionOf = id => sessions.get(id);

/** @param {string} id */
export const titleOf = id => {
  const session = sessions.get(id);
  return session ? "“" + session.title + "” (" + id + ")" : id;
};

/** @param {string} kind */
export const markOf = kind => marks.get(kind) || { colour: 7, sign: "●" };

/** @param {string} id */
export const roomName = id => names.room(id);

/**
 * @param {"room" | "kind" | "theme" | "person" | "activity"} sort
 * @param {string} id
 */
export const nameOf = (sort, id) => names[sort](id);

// As the screen shows them: with the edits that are still on their way.
export const places = () => movedWaiting(state.draft.places, ownEdits());

/** Edits of the draft that is shown which the board has not answered. */
export const ownEdits = () => editsOf(state.waiting, draftPath(state.draft.draft.id));

export const groups = () => {
  const problems = troubled(state.draft);
  return sorted(state.board.scenario.sessions, places(), state.draft.held,
    (session, place) => passes(session, place, state.filters, problems));
};

/** The draft that is shown, as the list has it, which is read again whenever something was kept. */
export const headNow = () => state.board.drafts.find(({ id }) => id === state.draft.draft.id)
  || state.draft.draft;

export const mayEdit = () => state.board.you.may_edit;
