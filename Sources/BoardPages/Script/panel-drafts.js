// SPDX-License-Identifier: GPL-3.0-or-later

// Drafts: another one, a branch of this one, two compared, and how far this one may still change.

import { act, complain, readDraft } from "./deeds.js";
import { newKey } from "./acts.js";
import { askText } from "./dialog.js";
import { buttonOf, choiceOf, choicesOf, make } from "./elements.js";
import { linkTo } from "./find.js";
import { deltaText } from "./places.js";
import { newestOf } from "./newest.js";
import { draftPath, get, postJSON } from "./server.js";
import {
  changed,
  headNow,
  mayEdit,
  roomName,
  sessionOf,
  set,
  setBoard,
  state,
} from "./store.js";
import { say } from "./voice.js";
import { counted, listed, placeText } from "./words.js";
import { readSolves } from "./panel-solve.js";

/** @type {{ other: string, data: any }} */
const compared = { other: "", data: null };
let version = 0;

/** @param {number | string} id */
export const openDraft = async id => {
  set({
    draft: { ...state.draft, draft: { ...state.draft.draft, id, head: -1 } },
    lifted: "",
    lift: null,
    chains: null,
    log: null,
    solves: [],
  });
  compared.data = null;
  const status = await readDraft(id);
  if (status === 200) readSolves();
};

const getBoard = newestOf(get);
const getComparison = newestOf(get);

// The list of drafts, and with it the tables as they are now.
export const readDrafts = async () => {
  const { status, data } = await getBoard("/api/board");
  if (status === 200) setBoard(data);
};

/**
 * @param {number} [at] the act after which it begins; the last where none is given
 */
export const branch = at => askText({
  title: "A branch of “" + state.draft.draft.name + "”",
  label: "Its name",
  note: (at === undefined ? "It begins as this draft is now" : "It begins as after act " + at)
    + "; what is done to one does nothing to the other.",
  ok: "Branch",
}, async name => {
  const from = state.draft.draft.id;
  const wish = { key: newKey(), author: state.author, from, at, name, why: "" };
  const answer = await postJSON("/api/drafts", wish);
  if (answer.status < 200 || answer.status >= 300) return complain(answer);
  await readDrafts();
  await openDraft(answer.data.draft.id);
  return say("This is the branch “" + name + "”.");
});

const rename = () => askText({
  title: "What this draft is called",
  label: "Its name",
  value: state.draft.draft.name,
  ok: "Rename",
}, name => act("name", { name }).then(readDrafts));

/** @param {any} data the answer to a comparison */
const showCompared = data => {
  compared.data = data;
  version++;
  changed();
};

const compare = async () => {
  const query = new URLSearchParams({ a: String(state.draft.draft.id), b: compared.other });
  const answer = await getComparison("/api/compare?" + query);
  if (answer.status === 200) showCompared(answer.data);
  else complain(answer);
};

/** @param {any} stay */
const stayText = stay => placeText(stay && stay.date
  ? { start: stay.date + "T" + stay.start, room: stay.room }
  : null, roomName);

/** @param {string} rule */
const ruleTitle = rule =>
  (state.draft.costs.find(cost => cost.rule === rule) || { title: rule }).title;

/** @param {any} change */
const changeRow = change => make("li", {},
  sessionOf(change.session) ? linkTo(change.session) : change.title,
  " ", make("small", {}, stayText(change.before) + " → " + stayText(change.after)));

/** @param {[string, any]} row */
const costRow = ([rule, cost]) => make("li", {},
  ruleTitle(rule) + ": " + cost.cost_before + " → " + cost.cost_after + " ",
  make("b", {}, deltaText(cost.difference)));

const comparison = () => {
  const { data } = compared;
  if (!data) return null;
  const costs = Object.entries(data.costs || {}).filter(([, cost]) => cost.difference);
  const changes = /** @type {any[]} */ (data.changes || []);
  const { before, after } = data;
  return make("div", {},
    make("p", { class: "verdict" }, before.cost + " here, " + after.cost + " there ",
      make("b", {}, deltaText(after.cost - before.cost))),
    make("ul", { class: "plain-list" }, ...costs.map(costRow)),
    make("h3", {}, counted(changes.length, "session") + " elsewhere"),
    changes.length ? null : make("p", { class: "soft" }, "Every session is where it is here."),
    make("ul", { class: "plain-list" }, ...changes.map(changeRow)));
};

/** @type {[Stage, string][]} */
const stages = [
  ["open", "Open: everything may move"],
  ["swaps", "Swaps only: a session moves by a swap or a chain"],
  ["closed", "Closed: nothing moves"],
];

/** @param {DraftHead} head */
const draftButton = head => make("li", {}, make("button", {
  type: "button",
  class: "button wide",
  "aria-current": head.id === state.draft.draft.id && "true",
  on: { click: () => openDraft(head.id) },
}, make("b", {}, head.name), make("small", {}, stageName(head.stage))));

/** @param {[Stage, string]} choice */
const stageChoice = ([stage, words]) => make("label", {}, make("input", {
  type: "radio",
  name: "stage",
  value: stage,
  checked: state.draft.draft.stage === stage,
  on: { change: () => act("stage", { stage }) },
}), " ", words);

const keep = () => askText({
  title: "Keep it as it is now",
  label: "What for",
  note: "It is then a draft of ‘programme drafts’, which can be compared, published and put back.",
  ok: "Keep",
  mayBeEmpty: true,
}, async note => {
  const answer = await postJSON(draftPath(state.draft.draft.id, "checkpoints"), { note });
  if (answer.status < 200 || answer.status >= 300) return complain(answer);
  await readDrafts();
  return say("It is kept as draft " + answer.data.kept_as + ".");
});

const keptPart = () => {
  const numbers = (headNow().kept || []).map(({ draft }) => String(draft));
  const isOne = numbers.length === 1;
  return make("div", {},
    make("p", {}, numbers.length
      ? "It is in the history as draft" + (isOne ? " " : "s ") + listed(numbers) + "."
      : "Nothing of it is in the history of drafts yet."),
    mayEdit() ? buttonOf("button", keep, "Keep as it is now …") : null);
};

const comparePart = () => {
  const others = state.board.drafts.filter(other => other.id !== state.draft.draft.id);
  if (!others.length) return make("p", { class: "soft" }, "There is only this draft.");
  const choices = choicesOf(others.map(({ id, name }) => ({ id: String(id), name })), "–");
  return make("div", { class: "form" },
    choiceOf("With", choices, compared.other, value => { compared.other = value; }),
    buttonOf("button", () => compared.other && compare(), "Compare"),
    comparison());
};

export const draftsPanel = {
  name: "Drafts",
  needs: () => [state.board, state.draft, version],
  show: () => [
    make("h2", {}, "Drafts"),
    make("ul", { class: "plain-list" }, ...state.board.drafts.map(draftButton)),
    mayEdit() && make("div", { class: "actions" },
      buttonOf("button", () => branch(), "Branch for a what-if …"),
      buttonOf("button", rename, "Rename …")),
    make("h2", {}, "Compare"),
    comparePart(),
    make("h2", {}, "How far it may change"),
    mayEdit()
    ? make("fieldset", { class: "stages" }, make("legend", { class: "unseen" }, "Stage"),
      ...stages.map(stageChoice))
    : make("p", {}, stageName(state.draft.draft.stage)),
    make("h2", {}, "Kept"),
    keptPart(),
  ],
};

/** @param {Stage} stage */
export const stageName = stage =>
  ({ open: "open", swaps: "swaps only", closed: "closed" } [stage] || stage);
