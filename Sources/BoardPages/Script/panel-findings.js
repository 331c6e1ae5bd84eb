// SPDX-License-Identifier: GPL-3.0-or-later

// What a draft breaks and costs, how its links stand, and who bears what: each naming sessions.

import { act } from "./deeds.js";
import { askText } from "./dialog.js";
import { buttonOf, make, unheard } from "./elements.js";
import { linkTo } from "./find.js";
import { mayEdit, nameOf, sessionOf, state } from "./store.js";
import { counted } from "./words.js";

/** @param {string[]} ids */
const sessionsOf = ids => make("span", { class: "finds" }, ...ids.filter(sessionOf).map(linkTo));

/** @param {Violation} violation */
const askAccept = violation => askText({
  title: "Put up with it",
  label: "Why (for the minutes)",
  note: violation.sentence,
  ok: "Accept",
}, why => act("accept", { violation: violation.id }, why));

/** @param {Violation} violation */
const violationRow = violation => {
  const isAccepted = Boolean(violation.accepted);
  return make("li", { class: isAccepted ? "card" : "card bad" },
    make("p", {}, unheard(isAccepted ? "✓" : "⚠"), " ", violation.sentence),
    isAccepted
    ? make("p", { class: "why" }, "Accepted",
      typeof violation.accepted === "string" ? ": " + violation.accepted : null)
    : null,
    sessionsOf(violation.sessions),
    mayEdit() ? make("div", { class: "actions" }, isAccepted
      ? buttonOf("plain", () => act("withdraw", { violation: violation.id }), "No longer accept")
      : buttonOf("plain", () => askAccept(violation), "Accept …")) : null);
};

/** @param {TableFinding} finding */
export const findingRow = ({ severity, file, line, sentence }) =>
  make("li", { class: severity === "error" ? "card bad" : "card" },
    file ? make("small", {}, file + (line ? ":" + line : "") + " ") : null, sentence);

export const problemsPanel = {
  name: "Problems",
  needs: () => [state.draft, state.board],
  count: () => state.draft.violations.filter(violation => !violation.accepted).length,
  show: () => {
    const { violations } = state.draft;
    const findings = state.board.scenario.findings || [];
    return [
      make("h2", {}, "Broken rules"),
      violations.length
      ? make("ul", { class: "plain-list" }, ...violations.map(violationRow))
      : make("p", { class: "good" }, unheard("✓"), " Every hard rule holds."),
      findings.length > 0 && make("h2", {}, "What the tables have"),
      make("ul", { class: "plain-list" }, ...findings.map(findingRow)),
    ];
  },
};

/**
 * @param {Cost} cost
 * @param {number} most
 */
const costRow = (cost, most) => {
  const bar = make("span", { class: "bar" });
  bar.style.width = (most ? 100 * cost.cost / most : 0) + "%";
  return make("li", {}, make("details", { class: "cost" },
    make("summary", {},
      make("span", { class: "cost-title" }, cost.title),
      make("b", {}, String(cost.cost)),
      make("small", {}, cost.units + " at " + cost.weight),
      make("span", { class: "bar-frame", "aria-hidden": "true" }, bar)),
    make("ul", { class: "plain-list" }, ...cost.causes.map(cause => make("li", {},
      make("p", {}, cause.sentence), sessionsOf(cause.sessions))))));
};

export const costsPanel = {
  name: "Costs",
  needs: () => [state.draft],
  count: () => state.draft.objective,
  show: () => {
    const costs = [...state.draft.costs].sort((one, other) => other.cost - one.cost);
    const some = costs.filter(cost => cost.cost > 0);
    const none = costs.filter(cost => cost.cost === 0);
    const most = some.length ? some[0].cost : 0;
    return [
      make("h2", {}, "Costs " + state.draft.objective),
      make("ul", { class: "plain-list" }, ...some.map(cost => costRow(cost, most))),
      none.length
      ? make("p", { class: "soft" }, "Nothing: " + none.map(cost => cost.title).join(", ") + ".")
      : null,
    ];
  },
};

/** @param {LinkState} link */
const linkRow = link => make("li", { class: link.kept ? "card" : "card bad" },
  make("p", {}, unheard(link.kept ? "✓" : "⚠"), " ", link.kept ? "Kept" : "Not kept",
    link.kind ? " · " + link.kind : null, link.sentence ? ": " + link.sentence : null),
  sessionsOf(link.sessions));

export const linksPanel = {
  name: "Links",
  needs: () => [state.draft],
  show: () => {
    const { linkages } = state.draft;
    const broken = linkages.filter(link => !link.kept);
    const kept = linkages.filter(link => link.kept);
    return [
      make("h2", {}, "Links"),
      make("p", {}, kept.length + " of " + counted(linkages.length, "link") + " kept."),
      make("ul", { class: "plain-list" }, ...[...broken, ...kept].map(linkRow)),
    ];
  },
};

/** @param {FairnessRow} row */
const fairnessRow = ({ sort, group, cost, sessions }) => make("tr", {},
  make("th", { scope: "row" }, sort === "kind" ? nameOf("kind", group) : group,
    sort ? make("small", {}, " " + sort) : null),
  make("td", { class: "number" }, String(cost)),
  make("td", {}, make("details", {},
    make("summary", {}, counted(sessions.length, "session")), sessionsOf(sessions))));

export const fairnessPanel = {
  name: "Fairness",
  needs: () => [state.draft],
  show: () => [
    make("h2", {}, "Who bears what"),
    make("p", { class: "soft" }, "What a pair of sessions costs counts for both."),
    make("table", { class: "list" },
      make("thead", {}, make("tr", {},
        make("th", { scope: "col" }, "Group"),
        make("th", { scope: "col", class: "number" }, "Cost"),
        make("th", { scope: "col" }, "Sessions"))),
      make("tbody", {}, ...state.draft.fairness.map(fairnessRow))),
  ],
};
