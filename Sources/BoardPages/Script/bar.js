// SPDX-License-Identifier: GPL-3.0-or-later

// The bars: which draft and which days, what is filtered, how many sessions are where.

import { step } from "./deeds.js";
import {
  buttonOf,
  choiceOf,
  choicesOf,
  make,
  onlyIfNew,
  pairOf,
  refill,
  unheard,
} from "./elements.js";
import { isFiltering, noFilters } from "./filter.js";
import { putBack } from "./lift.js";
import { openTab } from "./panel.js";
import { openDraft, stageName } from "./panel-drafts.js";
import { forgetHint, handHint } from "./panel-lifted.js";
import { groups, markOf, mayEdit, set, state, titleOf } from "./store.js";
import { shortDay } from "./times.js";
import { tallyText } from "./words.js";

const head = make("div", { class: "head-parts" });
export const bar = make("header", { class: "bar" }, head);
export const filterBar = make("div", { class: "filters", role: "search", "aria-label": "Filters" });
export const tally = make("footer", { class: "tally" });

/**
 * @param {string} view
 * @param {string} words
 */
const viewButton = (view, words) => make("button", {
  type: "button",
  class: "view",
  "data-focus": "view " + view,
  "aria-pressed": String(state.view === view),
  on: { click: () => set({ view }) },
}, words);

const connection = () => {
  const number = state.waiting.length;
  if (state.connection === "joined") return number
    ? make("span", { class: "link-state" }, unheard("↻"), " saving")
    : null;
  return make("strong", { class: "link-state is-lost" }, unheard("⚠"), " Not connected.",
    number
    ? " " + (number === 1 ? "1 edit is" : number + " edits are") + " kept here and will be sent."
    : " Edits will be kept here.");
};

/** @param {"undo" | "redo"} which */
const canStep = which => {
  const own = state.draft[which];
  if (own) return state.author in own || state.waiting.length > 0;
  return (which === "undo" ? state.draft.can_undo : state.draft.can_redo) !== false;
};

/**
 * @param {"undo" | "redo"} which
 * @param {string} sign
 * @param {string} words
 */
const stepButton = (which, sign, words) => make("button", {
  type: "button",
  class: "plain",
  "data-focus": which,
  disabled: !canStep(which),
  on: { click: () => step(which) },
}, unheard(sign), " " + words);

const steps = () => mayEdit()
  ? make("span", { class: "actions" }, stepButton("undo", "↶", "Undo"),
    stepButton("redo", "↷", "Redo"))
  : make("span", { class: "stage" }, "look only");

const totalButton = () => make("button", {
  type: "button",
  class: "cost-total",
  "data-focus": "total",
  on: { click: () => openTab("costs") },
}, "Cost ", make("b", {}, String(state.draft.objective)));

const showHead = () => {
  const { scenario, drafts } = state.board;
  const { draft } = state.draft;
  const choices = drafts.map(({ id, name }) => pairOf(String(id), name));
  refill(head,
    make("h1", {}, scenario.title),
    choiceOf("Draft", choices, String(draft.id), openDraft),
    draft.stage === "open" ? null : make("span", { class: "stage" }, stageName(draft.stage)),
    make("div", { class: "views", role: "group", "aria-label": "Days" },
      viewButton("week", "Week"),
      ...scenario.days.map(({ date }) => viewButton(date, shortDay(date)))),
    make("span", { class: "space" }),
    connection(), totalButton(), brokenButton(), steps(),
    state.isOpen ? null : buttonOf("plain", () => set({ isOpen: true }), "Details"));
};

const brokenButton = () => {
  const number = state.draft.violations.filter(violation => !violation.accepted).length;
  return make("button", {
    type: "button",
    class: number ? "cost-total is-bad" : "cost-total is-good",
    "data-focus": "broken",
    on: { click: () => openTab("problems") },
  }, unheard(number ? "⚠" : "✓"), number ? " " + number + " broken" : " Rules hold");
};

/** @param {Partial<Filters>} change */
const filter = change => set({ filters: { ...state.filters, ...change } });

/**
 * @param {"room" | "kind" | "theme" | "person" | "activity"} name
 * @param {string} label
 * @param {Named[]} things
 */
const filterChoice = (name, label, things) => {
  const named = things.map(({ id, name: words }) =>
    ({ id, name: words && words !== id ? words + " (" + id + ")" : id }));
  if (name !== "room") named.sort((one, other) => one.name.localeCompare(other.name, "en"));
  const choice = choiceOf(label, choicesOf(named, "all"), state.filters[name],
    value => filter({
      [name]: value
    }));
  choice.classList.add("choice-" + name);
  if (state.filters[name]) choice.classList.add("is-set");
  return choice;
};

/** @param {Named} kind */
const kindButton = ({ id, name }) => {
  const mark = markOf(id);
  return make("li", {}, make("button", {
    type: "button",
    class: "kind c" + mark.colour,
    title: name,
    "aria-pressed": String(state.filters.kind === id),
    "data-focus": "kind " + id,
    on: { click: () => filter({ kind: state.filters.kind === id ? "" : id }) },
  }, unheard(mark.sign), id));
};

const legend = () => make("ul", { class: "legend", "aria-label": "Kinds" },
  ...state.board.scenario.kinds.map(kindButton));

const search = () => {
  const input = make("input", {
    type: "search",
    value: state.filters.words,
    autocomplete: "off",
    "data-focus": "words",
  });
  input.addEventListener("input", () => filter({ words: input.value }));
  return make("label", { class: "choice" }, make("span", {}, "Find"), input);
};

const showFilters = () => {
  const { scenario } = state.board;
  const problem = make("input", {
    type: "checkbox",
    checked: state.filters.problem,
    "data-focus": "problem",
  });
  problem.addEventListener("change", () => filter({ problem: problem.checked }));
  refill(filterBar,
    search(),
    filterChoice("room", "Room", scenario.rooms),
    filterChoice("kind", "Kind", scenario.kinds),
    filterChoice("theme", "Theme", scenario.themes),
    filterChoice("person", "Person", scenario.people),
    filterChoice("activity", "Activity", scenario.activities),
    make("label", { class: "choice check" }, problem, make("span", {}, "Has a problem")),
    isFiltering(state.filters)
    ? buttonOf("plain", () => set({ filters: { ...noFilters } }), "Show all")
    : null,
    legend());
};

// Where the panel is closed, as on phones, it says what is lifted and what a place would do.
const inHand = () => {
  if (!state.lifted || state.isOpen) return null;
  forgetHint();
  return make("div", { class: "hand" },
    make("b", {}, titleOf(state.lifted)), handHint,
    make("span", { class: "actions" }, buttonOf("plain", putBack, "Put back"),
      buttonOf("plain", () => set({ tab: "session", isOpen: true }), "Its places")));
};

const showTally = () => {
  const { shown, hidden, unplaced, held } = groups();
  const text = tallyText({
    shown: shown.length,
    hidden: hidden.length,
    unplaced: unplaced.length,
    held: held.length,
    all: state.board.scenario.sessions.length,
  });
  const hasMore = unplaced.length + held.length > 0;
  refill(tally, inHand(), make("span", { "data-tally": true }, text), hasMore && make("button", {
    type: "button",
    class: "plain",
    "data-focus": "to unplaced",
    on: { click: () => openTab("unplaced") },
  }, "Show unplaced and held"));
};

/** A list that is open on the screen stays open while nothing in its bar changes. */
const showHeadIfNew = onlyIfNew(showHead, () => [
  state.board, state.draft, state.view, state.waiting, state.connection, state.isOpen, state.author,
]);
const showFiltersIfNew = onlyIfNew(showFilters, () => [state.board, state.filters]);

export const showBars = () => {
  showHeadIfNew();
  showFiltersIfNew();
  showTally();
};
