// SPDX-License-Identifier: GPL-3.0-or-later

// One session: what it is, where it is, where it could go at what price, with whom it could swap.

import { act, move, step } from "./deeds.js";
import { askText } from "./dialog.js";
import { buttonOf, make, unheard, unseen } from "./elements.js";
import { linkTo } from "./find.js";
import { aimAt, drop, lift, onAim, putBack } from "./lift.js";
import { alike, deltaText, isBarred, isSame, placeLook, priceText, ranked } from "./places.js";
import { mayEdit, markOf, nameOf, places, roomName, sessionOf, set, state, titleOf } from "./store.js";
import { momentText } from "./times.js";
import { say } from "./voice.js";
import { chainHead, listed, placeText, pricedText, verdictText } from "./words.js";

const mostPlaces = 40;
const mostGroups = 12;

/**
 * @param {string} name
 * @param {Child[]} values
 */
const fact = (name, values) => values.length ? [make("dt", {}, name), make("dd", {}, ...values)] : [];

/** @param {SessionData} session */
const facts = session => {
  const pin = state.draft.pins[session.id];
  const people = session.people.map(({ id, role }) =>
    nameOf("person", id) + (role ? " (" + role + ")" : ""));
  return make("dl", { class: "facts" },
    ...fact("Where", [placeText(places()[session.id], roomName)]),
    ...fact("Length", [session.minutes + " minutes"]),
    ...fact("Activity", [listed(session.activities.map(id => nameOf("activity", id)))]),
    ...fact("Themes", session.themes.length ? [listed(session.themes.map(id => nameOf("theme", id)))] : []),
    ...fact("People", people.length ? [listed(people)] : []),
    ...fact("Linked", session.links.map(id => linkTo(id))),
    ...fact("Held back", session.held_reason ? [session.held_reason] : []),
    ...fact("Pinned", pin === undefined ? session.pinned_by_table ? ["by the tables"] : [] : [pin || "no reason given"]),
    ...fact("Notes", (state.draft.notes || []).filter(note => note.session === session.id)
      .map(note => make("p", {}, note.text, note.author ? " – " + note.author : null))));
};

/** @param {SessionData} session */
const askPin = session => askText({
  title: "Pin “" + session.title + "”",
  label: "Why it stays where it is",
  ok: "Pin",
  mayBeEmpty: true,
}, why => act("pin", { sessions: [session.id] }, why));

/** @param {SessionData} session */
const askNote = session => askText({
  title: "A note on “" + session.title + "”",
  label: "Note",
  ok: "Keep",
}, text => act("note", { session: session.id, text }));

/** @param {SessionData} session */
const doings = session => {
  const { id } = session;
  const isLifted = state.lifted === id;
  const isPinned = id in state.draft.pins;
  const isPlaced = Boolean(places()[id]);
  const editing = mayEdit() ? [
    isPinned ? buttonOf("button", () => act("unpin", { sessions: [id] }), "Unpin") : buttonOf("button", () => askPin(session), "Pin …"),
    buttonOf("button", () => askNote(session), "Note …"),
    isLifted && isPlaced ? make("button", {
      type: "button",
      class: "button",
      "data-take-out": true,
      on: { click: () => drop(null) },
    }, "Take out") : null,
  ] : [];
  return make("div", { class: "actions" },
    make("button", {
      type: "button",
      class: "button strong",
      "data-focus": "lift",
      on: { click: () => isLifted ? putBack() : lift(id) },
    }, isLifted ? "Put back" : "Lift"),
    ...editing,
    buttonOf("button", () => set({ tab: "solve" }), "Why not elsewhere?"));
};

/**
 * Places of one price at one time, on one row with a button for each room.
 *
 * @param {PricedPlace[]} places
 */
const placeGroup = places => make("li", { class: "place-group is-" + placeLook(places[0]) },
  make("b", { class: "price" }, priceText(places[0])),
  make("span", {}, momentText(places[0].start)),
  make("span", { class: "rooms" }, ...places.map(place => make("button", {
    type: "button",
    class: "chip",
    "data-focus": "row " + place.start + " " + place.room,
    on: { click: () => mayEdit() ? drop(place) : say(pricedText(place, roomName)), pointerenter: () => aimAt(place) },
  }, unseen(priceText(place) + " " + momentText(place.start) + ", "), roomName(place.room)))));

/** @param {PricedPlace} place */
const placeRow = place => make("li", {}, make("button", {
    type: "button",
    class: "place-row is-" + placeLook(place),
    "data-focus": "row " + place.start + " " + place.room,
    on: { click: () => mayEdit() ? drop(place) : say(pricedText(place, roomName)), pointerenter: () => aimAt(place) },
  },
  make("b", { class: "price" }, priceText(place)),
  make("span", {}, placeText(place, roomName), isBarred(place) ? make("small", {}, verdictText(place)) : null)));

/** @param {Chain} chain */
const chainRow = chain => {
  const ask = chain.ask || [];
  return make("li", { class: "chain" },
    make("div", { class: "chain-head" },
      make("b", {}, chainHead(chain)),
      mayEdit() ? buttonOf("plain", () => {
        putBack();
        move(chain.moves);
        say("Moved " + listed(chain.moves.map(({ session }) => titleOf(session))) + ".", { undo: () => step("undo") });
      }, "Do it") : null),
    make("ul", { class: "plain-list" }, ...chain.moves.map(each => make("li", {},
      linkTo(each.session), make("small", {}, "to " + placeText(each.to, roomName))))),
    ask.length ? make("p", { class: "ask" }, "Ask ", listed(ask.map(({ activity, contacts }) =>
      nameOf("activity", activity) + (contacts.length ? ": " + listed(contacts) : "")))) : null);
};

const swaps = () => {
  const { chains } = state;
  if (!chains) return make("p", { class: "soft", "aria-live": "off" }, "Swaps are being worked out …");
  return make("div", {},
    chains.swaps.length ? make("ul", { class: "plain-list" }, ...chains.swaps.slice(0, 20).map(chainRow))
    : make("p", { class: "soft" }, "No swap or chain keeps every rule."),
    chains.complete ? null : make("p", { class: "soft" }, "These are the best found so far; not all were tried."));
};

const hint = make("p", { class: "hint" });

/** @param {PricedPlace} place */
const showHint = place => hint.replaceChildren(
  make("b", { class: "price is-" + placeLook(place) }, priceText(place)), " " + pricedText(place, roomName));

export const listenToAim = () => onAim(showHint);

const liftedPart = () => {
  if (!state.lifted || state.lifted !== state.selected) return null;
  const { lift: lifted } = state;
  if (!lifted) return make("p", { class: "soft" }, "Prices are on their way …");
  const here = places()[lifted.session];
  const ranking = ranked(lifted.places).filter(place => !isSame(place, here));
  const free = ranking.filter(place => !isBarred(place));
  const groups = alike(free);
  const barred = ranking.filter(isBarred);
  return make("div", {},
    hint,
    make("h3", {}, "Places that keep every rule", make("span", { class: "count" }, String(free.length))),
    make("ol", { class: "place-list" }, ...groups.slice(0, mostGroups).map(placeGroup)),
    groups.length > mostGroups ? make("p", { class: "soft" }, "The dearer ones stand in the timetable.") : null,
    make("h3", {}, "Swaps and chains"), swaps(),
    make("details", {},
      make("summary", {}, "Places that break a rule ", make("span", { class: "count" }, String(barred.length))),
      make("ol", { class: "place-list" }, ...barred.slice(0, mostPlaces).map(placeRow))));
};

/** @param {SessionData} session */
const problems = session => {
  const broken = state.draft.violations.filter(({ sessions }) => sessions.includes(session.id));
  const causes = state.draft.costs.filter(cost => cost.cost > 0).flatMap(cost =>
    cost.causes.filter(({ sessions }) => sessions.includes(session.id)).map(cause => ({ cost, cause })));
  if (!broken.length && !causes.length) return null;
  return make("details", { open: !state.lifted },
    make("summary", {}, "What it breaks and costs ", make("span", { class: "count" }, String(broken.length + causes.length))),
    make("ul", { class: "plain-list" },
      ...broken.map(({ sentence }) => make("li", { class: "bad" }, unheard("⚠"), " ", sentence)),
      ...causes.map(({ cost, cause }) => make("li", {}, make("b", {}, cost.title), ": ", cause.sentence,
        cause.units ? make("small", {}, " " + deltaText(cause.units * cost.weight)) : null))));
};

export const sessionPanel = {
  name: "Session",
  needs: () => [state.selected, state.draft, state.lift, state.lifted, state.chains, state.waiting],
  show: () => {
    const session = sessionOf(state.selected);
    if (!session) {
      return [make("p", { class: "soft" }, "Click or tap a session to lift it: every place then shows its price, or ✗ and the rule that bars it."), keysHelp()];
    }
    const mark = markOf(session.kind);
    return [
      make("p", { class: "kind-line c" + mark.colour }, unheard(mark.sign), " ", nameOf("kind", session.kind), " ", make("small", {}, session.id)),
      make("h2", { class: "session-title", tabindex: -1, "data-focus": "title" }, session.title),
      doings(session), liftedPart(), facts(session), problems(session),
    ];
  },
};

const keys = [
  ["Arrows", "from session to session; with one lifted, from place to place"],
  ["Enter", "lift, drop"],
  ["N, P", "the next and the previous place by price"],
  ["Escape", "put back"],
  ["Ctrl Z, Ctrl Y", "undo, do again"],
  ["Ctrl click", "choose several"],
];

const keysHelp = () => make("details", { open: true }, make("summary", {}, "Keys"),
  make("dl", { class: "facts" }, ...keys.flatMap(([key, words]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)])));

