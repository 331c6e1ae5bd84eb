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
import { instantText } from "./times.js";
import { counted, listed, placeText } from "./words.js";
import { readSolves } from "./panel-solve.js";

/** @type {{ other: string, data: any }} */
const compared = { other: "", data: null };
/** @type {{ drafts: KeptDraft[] | null, isAsked: boolean }} */
const history = { drafts: null, isAsked: false };
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

const getHistory = newestOf(get);

// Those of `programme drafts`, drafted and kept.
const readHistory = async () => {
  history.isAsked = true;
  const { status, data } = await getHistory("/api/history");
  if (status !== 200) return;
  history.drafts = data.drafts;
  version++;
  changed();
};

const getBoard = newestOf(get);
const getComparison = newestOf(get);

// The list of drafts, and with it the tables as they are now.
export const readDrafts = async () => {
  const { status, data } = await getBoard("/api/board");
  if (status === 200) setBoard(data);
  if (history.isAsked) readHistory();
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

/** @param {string} number of the history */
const beginFrom = number => askText({
  title: "A draft from draft " + number,
  label: "Its name",
  note: "It begins as draft " + number + " of the history is; that one stays as it is.",
  ok: "Begin",
}, async name => {
  const wish = { key: newKey(), author: state.author, kept: Number(number), name, why: "" };
  const answer = await postJSON("/api/drafts", wish);
  if (answer.status < 200 || answer.status >= 300) return complain(answer);
  await readDrafts();
  return openDraft(answer.data.draft.id);
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
  on: { change: () => askStage(stage, words) },
}), " ", words);

/**
 * @param {Stage} stage
 * @param {string} words
 */
const askStage = (stage, words) => {
  // It is what it is until the board has it.
  version++;
  changed();
  askText({
    title: words,
    label: "Why (for the minutes)",
    note: "Whoever is held back by it is told your name and why.",
    ok: "Set",
    mayBeEmpty: true,
  }, why => act("stage", { stage }, why));
};

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
  const numbers = [...new Set((headNow().kept || []).map(({ draft }) => String(draft)))];
  const isOne = numbers.length === 1;
  return make("div", {},
    make("p", {}, numbers.length
      ? "It is in the history as draft" + (isOne ? " " : "s ") + listed(numbers) + "."
      : "Nothing of it is in the history of drafts yet."),
    mayEdit() ? buttonOf("button", keep, "Keep as it is now …") : null);
};

/** @param {KeptDraft} draft */
const keptName = ({ number, name, instant, objective }) => "draft " + number
  + (name ? " “" + name + "”" : "") + " of " + instantText(instant)
  + (typeof objective === "number" ? ", cost " + objective : "");

/** @returns {Named[]} */
const others = () => [
  ...state.board.drafts.filter(other => other.id !== state.draft.draft.id)
  .map(({ id, name }) => ({ id: String(id), name })),
  ...[...history.drafts || []].reverse()
  .map(draft => ({ id: "kept:" + draft.number, name: keptName(draft) })),
];

const comparePart = () => {
  if (!history.isAsked) readHistory();
  const known = others();
  if (!known.length) return make("p", { class: "soft" }, "There is only this draft.");
  const kept = compared.other.startsWith("kept:") ? compared.other.slice("kept:".length) : "";
  return make("div", { class: "form" },
    choiceOf("With", choicesOf(known, "–"), compared.other, value => {
      compared.other = value;
      version++;
      changed();
    }),
    buttonOf("button", () => compared.other && compare(), "Compare"),
    kept && mayEdit() ? buttonOf("button", () => beginFrom(kept), "Begin a draft from it …") : null,
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
