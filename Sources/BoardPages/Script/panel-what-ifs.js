// SPDX-License-Identifier: GPL-3.0-or-later

// What-ifs of the tables: what each would cost this draft, and which sessions it would move.

import { buttonOf, make, onlyIfNew, refill } from "./elements.js";
import { ask, solveCard } from "./panel-solve.js";
import { mayEdit, state } from "./store.js";

/** @param {{ name: string, question: string }} whatIf */
const whatIfRow = ({ name, question }) => make("li", { class: "card", "data-what-if": name },
  make("h3", {}, question || name), question ? make("small", {}, name) : null,
  mayEdit() ? buttonOf("button", () => ask({ kind: "what-if", name }), "Ask") : null);

const answers = make("div", { class: "answers" });

const asked = () => state.solves.filter(solve =>
  solve.kind === "what-if" && solve.state !== "dropped");

const showAnswers = onlyIfNew(() => {
  const solves = asked().reverse();
  refill(answers, solves.length
    ? make("ul", { class: "plain-list" }, ...solves.map(solveCard))
    : make("p", { class: "soft" }, "Nothing was asked yet."));
}, () => [state.solves, state.board, state.draft]);

export const whatIfsPanel = {
  name: "What-ifs",
  needs: () => [state.board],
  count: () => asked().filter(solve => solve.state === "running").length,
  live: showAnswers,
  show: () => {
    const known = state.board.scenario.what_ifs || [];
    return [
      make("h2", {}, "What-ifs"),
      make("p", { class: "soft" },
        "Other tables, tried on this draft: nothing changes here, and what is pinned stays."),
      known.length
      ? make("ul", { class: "plain-list" }, ...known.map(whatIfRow))
      : make("p", { class: "soft" }, "The tables have none (files of what-if/)."),
      make("h3", {}, "Answers"), answers,
    ];
  },
};
