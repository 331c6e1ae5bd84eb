// SPDX-License-Identifier: GPL-3.0-or-later

// Asking the solver: in the background, watched as it goes, its answer accepted or dropped whole.

import { actAt, complain } from "./deeds.js";
import { askText } from "./dialog.js";
import { buttonOf, choiceOf, choicesOf, make, onlyIfNew, refill } from "./elements.js";
import { linkTo } from "./find.js";
import { deltaText } from "./places.js";
import { newestOf } from "./newest.js";
import { draftPath, get, postJSON, remove } from "./server.js";
import { listedSolves, toldSolves } from "./solves.js";
import { mayEdit, places, roomName, sessionOf, set, state } from "./store.js";
import { momentText, timeAt } from "./times.js";
import { startsOf } from "./layout.js";
import { say } from "./voice.js";
import { counted, placeText } from "./words.js";

/** @type {[kind: string, about: string][]} */
const questions = [
  ["improve", "a cheaper schedule, from this one"],
  ["replan", "the best schedule with the pins as they are"],
  ["fewest-moves", "every hard rule kept, as little moved as can be"],
];

const typed = { start: "", room: "" };

/** @param {Record<string, unknown>} body */
export const ask = async body => {
  const answer = await postJSON(draftPath(state.draft.draft.id, "solves"), body);
  if (answer.status < 200 || answer.status >= 300) return complain(answer);
  say("The solver is at work; the board stays open meanwhile.");
  return readSolves();
};

const getSolves = newestOf(get);

export const readSolves = async () => {
  const { status, data } = await getSolves(draftPath(state.draft.draft.id, "solves"));
  if (status === 200) set({ solves: listedSolves(state.solves, data.solves) });
};

/** @param {Solve} solve */
export const heardSolve = solve => {
  const before = state.solves.find(other => other.id === solve.id);
  set({ solves: toldSolves(state.solves, solve) });
  if (before && before.state === "running"
    && solve.state === "done") say(nameOfKind(solve.kind) + ": the answer is there.");
};

/** @type {Record<string, string>} */
const kindNames = {
  improve: "Improve",
  replan: "Re-plan around what is pinned",
  "fewest-moves": "Fewest moves",
  "why-not": "Why not?",
  "what-would-it-take": "What would it take?",
  "what-if": "What if?",
};

/** @param {string} kind */
export const nameOfKind = kind => kindNames[kind] || kind;

/** @param {Solve} solve */
const accept = solve => askText({
  title: "Accept the whole result",
  label: "Why (for the minutes)",
  ok: "Accept",
  mayBeEmpty: true,
}, why => actAt(draftPath(state.draft.draft.id, "solves", solve.id, "accept"), "accept-solve",
  why).then(readSolves));

/** @param {Solve} solve */
const drop = async solve => {
  await postJSON(draftPath(state.draft.draft.id, "solves", solve.id, "drop"), {});
  readSolves();
};

/** @param {Solve} solve */
const stop = async solve => {
  await remove(draftPath(state.draft.draft.id, "solves", solve.id));
  readSolves();
};

/** @param {number | null | undefined} value */
const isNumber = value => typeof value === "number";

/** @param {number | null | undefined} value */
const known = value => isNumber(value) ? String(value) : "–";

/**
 * @param {string} name
 * @param {string} value
 */
const figure = (name, value) => make("div", {}, make("dt", {}, name), make("dd", {}, value));

/** @param {Solve} solve */
const figures = ({ incumbent, bound, gap, seconds }) => {
  const meter = make("span", { class: "bar" });
  meter.style.width = 100 * (1 - Math.min(1, gap === null || gap === undefined ? 1 : gap)) + "%";
  return make("div", {},
    make("dl", { class: "figures" },
      figure("Best", known(incumbent)), figure("Bound", known(bound)),
      figure("Gap", typeof gap === "number" ? (100 * gap).toFixed(1) + " %" : "–"),
      figure("Seconds", known(seconds && Math.round(seconds)))),
    make("span", { class: "bar-frame", "aria-hidden": "true" }, meter));
};

/** @param {Solve} solve */
const verdict = ({ objective, before }) => {
  if (typeof objective !== "number" || typeof before !== "number") return null;
  return make("p", { class: "verdict" }, "Costs " + objective + " instead of " + before + " ",
    make("b", {}, deltaText(objective - before)));
};

/** @param {Move} move */
const moveRow = ({ session, from, to }) => make("li", {},
  // A what-if can have sessions that the tables do not.
  sessionOf(session) ? linkTo(session) : session,
  " ", make("small", {}, placeText(from, roomName) + " → " + placeText(to, roomName)));

/** @param {Solve} solve */
const result = solve => {
  const { moves = [], sentences = [] } = solve;
  return make("div", {},
    verdict(solve),
    ...sentences.map(sentence => make("p", {}, sentence)),
    moves.length ? make("details", { open: moves.length < 15 },
      make("summary", {}, counted(moves.length, "move")),
      make("ul", { class: "plain-list" }, ...moves.map(moveRow))) : null);
};

/** @param {Solve} solve */
const doings = solve => {
  if (!mayEdit() || solve.state === "accepted") return null;
  if (solve.state === "running") return buttonOf("button", () => stop(solve), "Stop");
  const mayAccept = solve.state !== "failed" && solve.may_accept !== false;
  const hasMoves = mayAccept && (solve.moves || []).length > 0;
  return make("div", { class: "actions" },
    hasMoves && buttonOf("button strong", () => accept(solve), "Accept all …"),
    buttonOf("button", () => drop(solve), "Drop"));
};

/** @param {Solve} solve */
export const solveCard = solve => {
  const session = solve.session && sessionOf(solve.session);
  const isRunning = solve.state === "running";
  return make("li", { class: "card solve", "data-solve": solve.id },
    make("h3", {}, nameOfKind(solve.kind),
      make("small", {}, isRunning ? "at work" : solve.state)),
    solve.name ? make("p", {}, solve.name) : null,
    session ? linkTo(session.id) : null,
    isRunning || isNumber(solve.incumbent) || isNumber(solve.bound) ? figures(solve) : null,
    isRunning ? null : result(solve),
    doings(solve));
};

/** @returns {Named[]} */
const allStarts = () => state.board.scenario.days.flatMap(day =>
  startsOf(day, state.board.scenario.grid_minutes).map(minute => {
    const id = timeAt(day.date, minute);
    return { id, name: momentText(id) };
  }));

const whyNot = () => {
  const session = sessionOf(state.selected);
  if (!session) return make("p", { class: "soft" },
    "Choose a session in the timetable to ask about it.");
  const place = () => typed.start && typed.room ? { start: typed.start, room: typed.room } : null;
  /** @param {string} kind */
  const askAbout = kind => ask({ kind, session: session.id, place: place() });
  return make("div", { class: "form" },
    make("p", {}, linkTo(session.id), places()[session.id] ? null : " (unplaced)"),
    choiceOf("When", choicesOf(allStarts(), "anywhere"), typed.start,
      value => { typed.start = value; }),
    choiceOf("Room", choicesOf(state.board.scenario.rooms, "anywhere"), typed.room,
      value => { typed.room = value; }),
    buttonOf("button", () => askAbout("why-not"), nameOfKind("why-not")),
    buttonOf("button", () => askAbout("what-would-it-take"), nameOfKind("what-would-it-take")));
};

const asking = () => [
  make("ul", { class: "plain-list" }, ...questions.map(([kind, about]) => make("li", {},
    buttonOf("button wide", () => ask({ kind }),
      make("b", {}, nameOfKind(kind)), make("small", {}, about))))),
  make("h3", {}, "One session"), whyNot(),
];

const answers = make("div", { class: "answers" });

const showAnswers = onlyIfNew(() => {
  const solves = [...state.solves].reverse().filter(({ kind, state: stand }) =>
    stand !== "dropped" && kind !== "what-if");
  refill(answers, solves.length
    ? make("ul", { class: "plain-list" }, ...solves.map(solveCard))
    : make("p", { class: "soft" }, "Nothing was asked yet."));
}, () => [state.solves, state.board, state.draft]);

export const solvePanel = {
  name: "Solve",
  needs: () => [state.selected, state.board, state.draft],
  count: () => state.solves.filter(solve =>
    solve.state === "running" && solve.kind !== "what-if").length,
  live: showAnswers,
  show: () => [
    make("h2", {}, "Solve"),
    ...mayEdit() ? asking() : [],
    make("h3", {}, "Answers"), answers,
  ],
};
