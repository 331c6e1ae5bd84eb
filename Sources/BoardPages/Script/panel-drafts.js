// SPDX-License-Identifier: GPL-3.0-or-later

// Drafts: another one, a branch of this one, two compared, and how far this one may still change.

import { act, readDraft } from "./deeds.js";
import { newKey } from "./acts.js";
import { askText } from "./dialog.js";
import { buttonOf, choiceOf, make } from "./elements.js";
import { linkTo } from "./find.js";
import { deltaText } from "./places.js";
import { get, postJSON } from "./server.js";
import { mayEdit, sessionOf, set, state } from "./store.js";
import { say } from "./voice.js";
import { counted, refusalText } from "./words.js";
import { readSolves } from "./panel-solve.js";

/** @type {{ other: string, data: any }} */
const compared = { other: "", data: null };
let version = 0;

/** @param {number | string} id */
export const openDraft = async id => {
  set({ draft: { ...state.draft, draft: { ...state.draft.draft, id, head: -1 } }, lifted: "", lift: null, chains: null, log: null, solves: [] });
  compared.data = null;
  const status = await readDraft(id);
  if (status === 200) readSolves();
};

export const readDrafts = async () => {
  const { status, data } = await get("/api/board");
  if (status === 200) set({ board: { ...state.board, drafts: data.drafts } });
};

const branch = () => askText({
  title: "A branch of “" + state.draft.draft.name + "”",
  label: "Its name",
  note: "It begins as this draft is now; what is done to one does nothing to the other.",
  ok: "Branch",
}, async name => {
  const { status, data } = await postJSON("/api/drafts", { key: newKey(), author: state.author, from: state.draft.draft.id, name, why: "" });
  if (status < 200 || status >= 300) return say(status ? refusalText(data) : "The board does not answer.", { isBad: true });
  await readDrafts();
  await openDraft(data.draft.id);
  return say("This is the branch “" + name + "”.");
});

const compare = async () => {
  const query = new URLSearchParams({ a: String(state.draft.draft.id), b: compared.other });
  const { status, data } = await get("/api/compare?" + query);
  if (status !== 200) return say(status ? refusalText(data) : "The board does not answer.", { isBad: true });
  compared.data = data;
  version++;
  return set({});
};

/** @param {any} stay */
const stayText = stay => stay && stay.date ? stay.date + " " + stay.start + ", " + stay.room : "no place";

const comparison = () => {
  const { data } = compared;
  if (!data) return null;
  const costs = /** @type {[string, any][]} */ (Object.entries(data.costs || {})).filter(([, cost]) => cost.difference);
  const changes = /** @type {any[]} */ (data.changes || []);
  return make("div", {},
    make("p", { class: "verdict" }, data.before.cost + " here, " + data.after.cost + " there ", make("b", {}, deltaText(data.after.cost - data.before.cost))),
    make("ul", { class: "plain-list" }, ...costs.map(([rule, cost]) => make("li", {}, rule + ": " + cost.cost_before + " → " + cost.cost_after + " ", make("b", {}, deltaText(cost.difference))))),
    make("h3", {}, counted(changes.length, "session") + " elsewhere"),
    make("ul", { class: "plain-list" }, ...changes.map(change => make("li", {},
      sessionOf(change.session) ? linkTo(change.session) : change.title, make("small", {}, stayText(change.before) + " → " + stayText(change.after))))));
};

/** @type {[Stage, string][]} */
const stages = [
  ["open", "Open: everything may move"],
  ["swaps", "Swaps only: a session moves by a swap or a chain"],
  ["closed", "Closed: nothing moves"],
];

export const draftsPanel = {
  name: "Drafts",
  needs: () => [state.board, state.draft, version],
  show: () => {
    const { drafts } = state.board;
    const { draft } = state.draft;
    const others = drafts.filter(other => other.id !== draft.id);
    const choices = others.map(other => /** @type {[string, string]} */ ([String(other.id), other.name]));
    return [
      make("h2", {}, "Drafts"),
      make("ul", { class: "plain-list" }, ...drafts.map(other => make("li", {}, make("button", {
        type: "button",
        class: "button wide",
        "aria-current": other.id === draft.id && "true",
        on: { click: () => openDraft(other.id) },
      }, make("b", {}, other.name), make("small", {}, stageName(other.stage)))))),
      mayEdit() ? make("div", { class: "actions" }, buttonOf("button", branch, "Branch for a what-if …")) : null,
      make("h2", {}, "Compare"),
      others.length ? make("div", { class: "form" },
        choiceOf("With", [["", "–"], ...choices], compared.other, value => { compared.other = value; }),
        buttonOf("button", () => compared.other && compare(), "Compare")) : make("p", { class: "soft" }, "There is only this draft."),
      comparison(),
      make("h2", {}, "How far it may change"),
      mayEdit() ? make("fieldset", { class: "stages" }, make("legend", { class: "unseen" }, "Stage"), ...stages.map(([stage, words]) =>
        make("label", {}, make("input", {
          type: "radio",
          name: "stage",
          value: stage,
          checked: draft.stage === stage,
          on: { change: () => act("stage", { stage }) },
        }), " ", words))) : make("p", {}, stageName(draft.stage)),
    ];
  },
};

/** @param {Stage} stage */
export const stageName = stage => ({ open: "open", swaps: "swaps only", closed: "closed" } [stage] || stage);
