// SPDX-License-Identifier: GPL-3.0-or-later

// Asking the solver: in the background, watched as it goes, its answer accepted or dropped whole.

import { actAt } from "./deeds.js";
import { askText } from "./dialog.js";
import { buttonOf, choiceOf, make } from "./elements.js";
import { linkTo } from "./find.js";
import { deltaText } from "./places.js";
import { draftPath, get, postJSON, remove } from "./server.js";
import { mayEdit, places, roomName, sessionOf, set, state } from "./store.js";
import { momentText, timeAt } from "./times.js";
import { startsOf } from "./layout.js";
import { say } from "./voice.js";
import { placeText, refusalText } from "./words.js";

/** @type {[kind: string, name: string, about: string][]} */
const questions = [
  ["improve", "Improve", "a cheaper schedule, from this one"],
  ["replan", "Re-plan around what is pinned", "the best schedule with the pins as they are"],
  ["fewest-moves", "Fewest moves", "every hard rule kept, as little moved as can be"],
];

const typed = { start: "", room: "" };

/** @param {Record<string, unknown>} body */
const ask = async body => {
  const { status, data } = await postJSON(draftPath(state.draft.draft.id, "solves"), body);
  if (status >= 200 && status < 300) {
    say("The solver is at work; the board stays open meanwhile.");
    readSolves();
  } else say(status ? refusalText(data) : "The board does not answer.", { isBad: true });
};

export const readSolves = async () => {
  const { status, data } = await get(draftPath(state.draft.draft.id, "solves"));
  if (status === 200) set({ solves: data.solves });
};

/**
 * What the board says of a solve, in the place of what it said before.
 *
 * @param {Solve} solve
 */
export const heardSolve = solve => {
  const before = state.solves.find(other => other.id === solve.id);
  const solves = before ? state.solves.map(other => other === before ? { ...before, ...solve } : other) : [...state.solves, solve];
  set({ solves });
  if (before && before.state === "running" && solve.state === "done") say(nameOfKind(solve.kind) + ": the answer is there.");
};

/** @param {string} kind */
const nameOfKind = kind => {
  const question = questions.find(([id]) => id === kind);
  return question ? question[1] : kind === "why-not" ? "Why not?" : kind === "what-would-it-take" ? "What would it take?" : kind;
};

/** @param {Solve} solve */
const accept = solve => askText({
  title: "Accept the whole result",
  label: "Why (for the minutes)",
  ok: "Accept",
  mayBeEmpty: true,
}, why => actAt(draftPath(state.draft.draft.id, "solves", solve.id, "accept"), "accept-solve", why).then(readSolves));

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
const known = value => value === null || value === undefined ? "–" : String(value);

/** @param {Solve} solve */
const figures = solve => {
  const gap = solve.gap === null || solve.gap === undefined ? "–" : (100 * solve.gap).toFixed(1) + " %";
  const meter = make("span", { class: "bar" });
  meter.style.width = 100 * (1 - Math.min(1, solve.gap === null || solve.gap === undefined ? 1 : solve.gap)) + "%";
  return make("div", {},
    make("dl", { class: "figures" },
      ...[["Best", known(solve.incumbent)], ["Bound", known(solve.bound)], ["Gap", gap], ["Seconds", known(solve.seconds && Math.round(solve.seconds))]]
      .map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)))),
    make("span", { class: "bar-frame", "aria-hidden": "true" }, meter));
};

/** @param {Solve} solve */
const result = solve => {
  const moves = solve.moves || [];
  const isCosted = typeof solve.objective === "number" && typeof solve.before === "number";
  return make("div", {},
    isCosted ? make("p", { class: "verdict" }, "Costs " + solve.objective + " instead of " + solve.before + " ",
      make("b", {}, deltaText(Number(solve.objective) - Number(solve.before)))) : null,
    ...(solve.sentences || []).map(sentence => make("p", {}, sentence)),
    moves.length ? make("details", { open: moves.length < 15 }, make("summary", {}, moves.length + " moves"),
      make("ul", { class: "plain-list" }, ...moves.map(move => make("li", {}, linkTo(move.session),
        make("small", {}, placeText(move.from, roomName) + " → " + placeText(move.to, roomName)))))) : null);
};

/** @param {Solve} solve */
const solveCard = solve => {
  const session = solve.session && sessionOf(solve.session);
  const isOver = solve.state !== "running";
  const canAccept = mayEdit() && (solve.state === "done" || solve.state === "stopped") && (solve.moves || []).length > 0;
  return make("li", { class: "card solve", "data-solve": solve.id },
    make("h3", {}, nameOfKind(solve.kind), make("small", {}, { running: "at work", done: "done", stopped: "stopped", failed: "failed", accepted: "accepted", dropped: "dropped" } [solve.state])),
    session ? linkTo(session.id) : null,
    figures(solve),
    isOver ? result(solve) : null,
    make("div", { class: "actions" },
      !isOver && mayEdit() ? buttonOf("button", () => stop(solve), "Stop") : null,
      canAccept ? buttonOf("button strong", () => accept(solve), "Accept all …") : null,
      isOver && mayEdit() && solve.state !== "accepted" ? buttonOf("button", () => drop(solve), "Drop") : null));
};

/** @returns {[string, string][]} */
const allStarts = () => state.board.scenario.days.flatMap(day =>
  startsOf(day, state.board.scenario.grid_minutes).map(minute => {
    const start = timeAt(day.date, minute);
    return /** @type {[string, string]} */ ([start, momentText(start)]);
  }));

const whyNot = () => {
  const session = sessionOf(state.selected);
  if (!session) return make("p", { class: "soft" }, "Choose a session in the timetable to ask about it.");
  const rooms = state.board.scenario.rooms.map(room => /** @type {[string, string]} */ ([room.id, room.name]));
  const place = () => typed.start && typed.room ? { start: typed.start, room: typed.room } : undefined;
  return make("div", { class: "form" },
    make("p", {}, linkTo(session.id), places()[session.id] ? null : " (unplaced)"),
    choiceOf("When", [["", "anywhere"], ...allStarts()], typed.start, value => { typed.start = value; }),
    choiceOf("Room", [["", "anywhere"], ...rooms], typed.room, value => { typed.room = value; }),
    buttonOf("button", () => ask({ kind: "why-not", session: session.id, place: place() }), "Why not?"),
    buttonOf("button", () => ask({ kind: "what-would-it-take", session: session.id, place: place() }), "What would it take?"));
};

export const solvePanel = {
  name: "Solve",
  needs: () => [state.solves, state.selected, state.board, state.draft],
  count: () => state.solves.filter(solve => solve.state === "running").length,
  show: () => {
    const solves = [...state.solves].reverse().filter(solve => solve.state !== "dropped");
    return [
      make("h2", {}, "Solve"),
      mayEdit() ? make("ul", { class: "plain-list" }, ...questions.map(([kind, name, about]) => make("li", {},
        buttonOf("button wide", () => ask({ kind }), make("b", {}, name), make("small", {}, about))))) : null,
      make("h3", {}, "One session"), mayEdit() ? whyNot() : null,
      ...(state.board.scenario.what_ifs || []).length ? [make("h3", {}, "What-ifs of the tables"),
        make("ul", { class: "plain-list" }, ...(state.board.scenario.what_ifs || []).map(({ name, question }) => make("li", { class: "card" },
          make("p", {}, question || name),
          mayEdit() ? buttonOf("plain", () => ask({ kind: "what-if", name }), "Ask") : null)))] : [],
      make("h3", {}, "Answers"),
      solves.length ? make("ul", { class: "plain-list", "aria-live": "off" }, ...solves.map(solveCard)) : make("p", { class: "soft" }, "Nothing was asked yet."),
    ];
  },
};
