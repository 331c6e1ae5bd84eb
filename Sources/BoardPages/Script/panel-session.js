// SPDX-License-Identifier: GPL-3.0-or-later

// One session: what it is, where it is, what it breaks and costs, what can be done with it.

import { act } from "./deeds.js";
import { askText } from "./dialog.js";
import { buttonOf, make, unheard } from "./elements.js";
import { linked, linkTo } from "./find.js";
import { drop, lift, putBack } from "./lift.js";
import { liftedPart } from "./panel-lifted.js";
import { deltaText } from "./places.js";
import { markOf, mayEdit, nameOf, places, roomName, sessionOf, set, state } from "./store.js";
import { listed, placeText } from "./words.js";

/**
 * @param {string} name
 * @param {Child[]} values none: nothing is said
 */
const fact = (name, values) =>
  values.length ? [make("dt", {}, name), make("dd", {}, ...values)] : [];

/**
 * @param {"theme" | "activity"} sort
 * @param {string[]} ids
 */
const names = (sort, ids) => ids.length ? [listed(ids.map(id => nameOf(sort, id)))] : [];

/** @param {SessionData} session */
const peopleOf = ({ people }) => people.length ? [listed(people.map(({ id, role }) =>
  nameOf("person", id) + (role ? " (" + role + ")" : "")))] : [];

/** @param {SessionData} session */
const pinOf = ({ id, pinned_by_table: isPinnedByTable }) => {
  if (id in state.draft.pins) return [state.draft.pins[id] || "no reason given"];
  return isPinnedByTable ? ["by the tables"] : [];
};

/** @param {SessionData} session */
const notesOf = session => (state.draft.notes || []).filter(note => note.session === session.id)
  .map(({ text, author }) => make("p", {}, text, author ? " – " + author : null));

/** @param {SessionData} session */
const facts = session => make("dl", { class: "facts" },
  ...fact("Where", [placeText(places()[session.id], roomName)]),
  ...fact("Length", [session.minutes + " minutes"]),
  ...fact("Activity", names("activity", session.activities)),
  ...fact("Themes", names("theme", session.themes)),
  ...fact("People", peopleOf(session)),
  ...fact("Linked", session.links.map(linkTo)),
  ...fact("Held back", session.held_reason ? [session.held_reason] : []),
  ...fact("Pinned", pinOf(session)),
  ...fact("Notes", notesOf(session)));

/** @param {SessionData} session */
const askPin = session => askText({
  title: "Pin “" + session.title + "”",
  label: "Why it stays where it is",
  ok: "Pin",
}, why => act("pin", { sessions: [session.id] }, why));

/** @param {SessionData} session */
const askNote = session => askText({
  title: "A note on “" + session.title + "”",
  label: "Note",
  ok: "Keep",
}, text => act("note", { session: session.id, text }));

/** @param {SessionData} session */
const editing = session => {
  const { id } = session;
  const isLiftedAway = state.lifted === id && Boolean(places()[id]);
  return [
    id in state.draft.pins
    ? buttonOf("button", () => act("unpin", { sessions: [id] }), "Unpin")
    : buttonOf("button", () => askPin(session), "Pin …"),
    buttonOf("button", () => askNote(session), "Note …"),
    isLiftedAway && make("button", {
      type: "button",
      class: "button",
      "data-take-out": true,
      on: { click: () => drop(null) },
    }, "Take out"),
  ];
};

/** @param {SessionData} session */
const doings = session => {
  const isLifted = state.lifted === session.id;
  return make("div", { class: "actions" },
    make("button", {
      type: "button",
      class: "button strong",
      "data-focus": "lift",
      on: { click: () => isLifted ? putBack() : lift(session.id) },
    }, isLifted ? "Put back" : "Lift"),
    ...mayEdit() ? editing(session) : [],
    buttonOf("button", () => set({ tab: "solve" }), "Why not elsewhere?"));
};

/** @param {SessionData} session */
const problems = ({ id }) => {
  const broken = state.draft.violations.filter(({ sessions }) => sessions.includes(id));
  const causes = state.draft.costs.filter(cost => cost.cost > 0).flatMap(cost =>
    cost.causes.filter(({ sessions }) => sessions.includes(id)).map(cause => ({ cost, cause })));
  if (!broken.length && !causes.length) return null;
  /** @param {string[]} ids */
  const others = ids => ids.filter(other => other !== id);
  return make("details", { open: !state.lifted },
    make("summary", {}, "What it breaks and costs ",
      make("span", { class: "count" }, String(broken.length + causes.length))),
    make("ul", { class: "plain-list" },
      ...broken.map(({ sentence, sessions }) => make("li", { class: "bad" }, unheard("⚠"), " ",
        ...linked(sentence, others(sessions)))),
      ...causes.map(({ cost, cause }) => make("li", {},
        make("b", {}, cost.title), ": ", ...linked(cause.sentence, others(cause.sessions)),
        cause.units ? make("small", {}, " " + deltaText(cause.units * cost.weight)) : null))));
};

const keys = [
  ["Arrows", "from session to session; with one lifted, from place to place"],
  ["Enter", "lift, drop"],
  ["N, P", "the next and the previous place by price"],
  ["Escape", "put back"],
  ["Ctrl Z, Ctrl Y", "undo, do again"],
  ["Ctrl click", "choose several"],
];

/** @type {[sign: string, look: string, words: string][]} */
const signs = [
  ["−3", "price is-cheaper", "a place that makes the schedule cheaper"],
  ["±0", "price is-same", "a place at the same cost"],
  ["+4", "price is-dearer", "a place that makes it dearer"],
  ["✗", "price is-barred", "a place that breaks a rule as the others stand"],
  ["✗", "price is-never", "a place that breaks a rule wherever the others are"],
  ["⇄", "badge kin", "linked to the one that is lifted"],
  ["≡", "badge kin", "of the same activity"],
  ["☻", "badge kin", "shares a person with it"],
  ["⚓", "badge pinned", "pinned: stays where it is"],
  ["⚠", "badge broken", "breaks a rule"],
  ["↻", "badge waits", "being saved"],
];

const help = () => [
  make("p", { class: "soft" }, "Click or tap a session to lift it: every place then shows its "
    + "price, or ✗ and the rule that bars it."),
  make("details", { open: true }, make("summary", {}, "Keys"),
    make("dl", { class: "facts" }, ...keys.flatMap(([key, words]) =>
      fact(key, [words])))),
  make("details", { open: true }, make("summary", {}, "Signs"),
    make("dl", { class: "facts signs" }, ...signs.flatMap(([sign, look, words]) => [
      make("dt", {}, make("span", { class: look }, sign)), make("dd", {}, words),
    ]))),
];

export const sessionPanel = {
  name: "Session",
  needs: () => [state.selected, state.draft, state.lift, state.lifted, state.chains, state.waiting],
  show: () => {
    const session = sessionOf(state.selected);
    if (!session) return help();
    const mark = markOf(session.kind);
    return [
      make("p", { class: "kind-line c" + mark.colour },
        unheard(mark.sign), " ", nameOf("kind", session.kind), " ",
        make("small", {}, session.id)),
      make("h2", { class: "session-title" }, session.title),
      doings(session), liftedPart(), facts(session), problems(session),
    ];
  },
};
