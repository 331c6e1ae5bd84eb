// SPDX-License-Identifier: GPL-3.0-or-later

// What a draft breaks and costs, how its links stand, and who bears what: each naming sessions.

import { act } from "./deeds.js";
import { askText } from "./dialog.js";
import { buttonOf, make, unheard } from "./elements.js";
import { linked, linkTo } from "./find.js";
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
    make("p", {}, unheard(isAccepted ? "✓" : "⚠"), " ",
      ...linked(violation.sentence, violation.sessions)),
    isAccepted
    ? make("p", { class: "why" }, "Accepted",
      typeof violation.accepted === "string" ? ": " + violation.accepted : null)
    : null,
    mayEdit() ? make("div", { class: "actions" }, isAccepted
      ? buttonOf("plain", () => act("withdraw", { violation: violation.id }), "No longer accept")
      : buttonOf("plain", () => askAccept(violation), "Accept …")) : null);
};

/**
 * Whom a finding in the tables is about: whoever it names, or the sessions of the activity or the
 * person that it is about.
 *
 * @param {TableFinding} finding
 */
const sessionsAbout = ({ sentence, value }) => [
  ...(sentence.match(/[\w.-]*\w/g) || []),
  ...value ? state.board.scenario.sessions.filter(({ id, activities, people }) =>
    id === value || activities.includes(value)
    || people.some(person => person.id === value)).map(({ id }) => id) : [],
];

/**
 * @param {TableFinding} finding
 * @param {Child[]} [words] its sentence
 */
export const findingRow = ({ severity, file, line, sentence, suggestion }, words = [sentence]) =>
  make("li", { class: severity === "error" ? "card bad" : "card" },
    file ? make("small", {}, file + (line ? ":" + line : "") + " ") : null, ...words,
    suggestion ? make("p", { class: "soft" }, "What to do: " + suggestion + ".") : null);

/** @param {TableFinding} finding */
const foundRow = finding =>
  findingRow(finding, linked(finding.sentence, sessionsAbout(finding)));

/**
 * All that is wrong, and what is only to be known where somebody asks for it.
 *
 * @param {TableFinding[]} findings
 */
const tablesPart = findings => {
  const errors = findings.filter(({ severity }) => severity === "error");
  const rest = findings.filter(({ severity }) => severity !== "error");
  return [
    make("h2", {}, "In the tables"),
    findings.length ? null : make("p", { class: "good" }, unheard("✓"), " Nothing to say."),
    make("ul", { class: "plain-list" }, ...errors.map(foundRow)),
    rest.length ? make("details", { open: rest.length < 6 },
      make("summary", {}, "To be looked at ",
        make("span", { class: "count" }, String(rest.length))),
      make("ul", { class: "plain-list" }, ...rest.map(foundRow))) : null,
  ];
};

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
      ...tablesPart(findings),
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
      make("small", {}, cost.units + " × " + cost.weight),
      make("span", { class: "bar-frame", "aria-hidden": "true" }, bar)),
    make("ul", { class: "plain-list causes" }, ...cost.causes.map(cause =>
      make("li", {}, ...linked(cause.sentence, cause.sessions))))));
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
      make("p", { class: "soft" }, "Each rule: how often, × the weight of one. "
        + "Open a rule to see which sessions."),
      make("ul", { class: "plain-list" }, ...some.map(cost => costRow(cost, most))),
      none.length
      ? make("p", { class: "soft" }, "Nothing: " + none.map(cost => cost.title).join(", ") + ".")
      : null,
    ];
  },
};

/** @type {Record<string, string>} */
const linkWords = {
  apart: "Not at the same time",
  before: "One before the other",
  "same-day": "On the same day",
  "other-day": "On different days",
  "back-to-back": "One right after the other",
  "same-room": "In the same room",
};

/** @param {string} id of a session or an activity */
const partnerName = id => (sessionOf(id) || { title: nameOf("activity", id) }).title;

/** @param {LinkState} link */
const partnersText = ({ from, to }) =>
  from && to ? ": " + partnerName(from) + " and " + partnerName(to) : "";

/** @param {LinkState} link */
const linkWhat = ({ kind, kept }) => {
  const asked = linkWords[kind] || kind;
  return kept ? asked : "Not kept: " + asked.toLowerCase();
};

/** @param {LinkState} link */
const linkRow = link => make("li", { class: link.kept ? "card" : "card bad" },
  make("p", {}, unheard(link.kept ? "✓" : "⚠"), " ", make("b", {}, linkWhat(link)),
    link.kept ? partnersText(link) : null),
  link.kept ? sessionsOf(link.sessions)
  : make("p", {}, ...linked(link.sentence, link.sessions)),
  link.reason ? make("p", { class: "soft" }, "Because: " + link.reason) : null);

export const linksPanel = {
  name: "Links",
  needs: () => [state.draft],
  show: () => {
    const { linkages } = state.draft;
    const broken = linkages.filter(link => !link.kept);
    const kept = linkages.filter(link => link.kept);
    return [
      make("h2", {}, "Links"),
      make("p", {}, linkages.length
        ? kept.length + " of " + counted(linkages.length, "link") + " kept."
        : "The tables ask for none."),
      make("ul", { class: "plain-list" }, ...[...broken, ...kept].map(linkRow)),
    ];
  },
};

/** @param {FairnessRow} row */
const fairnessRow = ({ sort, group, cost, sessions }) => make("tr", {},
  make("th", { scope: "row" }, sort === "kind" ? nameOf("kind", group) : group),
  make("td", { class: "number" }, String(cost)),
  make("td", {}, make("details", {},
    make("summary", {}, counted(sessions.length, "session")), sessionsOf(sessions))));

/** @type {Record<string, string>} */
const sortWords = { kind: "By kind", region: "By region", group: "By stakeholder group" };

/**
 * @param {string} sort
 * @param {FairnessRow[]} rows
 */
const fairnessPart = (sort, rows) => make("tbody", {},
  make("tr", {}, make("th", { scope: "rowgroup", colspan: 3, class: "sort" },
    sortWords[sort] || sort)),
  ...rows.map(fairnessRow));

export const fairnessPanel = {
  name: "Fairness",
  needs: () => [state.draft],
  show: () => {
    const { fairness } = state.draft;
    const sorts = [...new Set(fairness.map(({ sort }) => sort || ""))];
    return [
      make("h2", {}, "Who bears what"),
      make("p", { class: "soft" }, "What a pair of sessions costs counts for both."),
      fairness.length ? make("table", { class: "list" },
        make("thead", {}, make("tr", {},
          make("th", { scope: "col" }, "Group"),
          make("th", { scope: "col", class: "number" }, "Cost"),
          make("th", { scope: "col" }, "Sessions"))),
        ...sorts.map(sort =>
          fairnessPart(sort, fairness.filter(row => (row.sort || "") === sort))))
      : make("p", { class: "good" }, "Nobody bears any cost."),
    ];
  },
};
