// SPDX-License-Identifier: GPL-3.0-or-later

// Beside a lifted session: where it could go at what price, and with whom it could swap.

import { move, step } from "./deeds.js";
import { buttonOf, make, onlyIfNew, unseen } from "./elements.js";
import { linkTo } from "./find.js";
import { aimAt, drop, onAim, putBack } from "./lift.js";
import { alike, isBarred, isSame, isSwap, placeLook, priceText, ranked } from "./places.js";
import { draftPath, get } from "./server.js";
import { mayEdit, nameOf, places, roomName, state, titleOf } from "./store.js";
import { momentText } from "./times.js";
import { say } from "./voice.js";
import { chainHead, listed, placeText, pricedText, verdictText } from "./words.js";

const mostPlaces = 40;
const mostGroups = 5;
const mostMore = 40;
const mostSwaps = 20;

const toPoint = "Point at a place, in the timetable or below, to see what it does.";
const hint = make("p", { class: "hint" }, toPoint);
/** The same where the panel is closed. */
export const handHint = make("span", { class: "hand-hint" });

/** @type {PricedPlace | null} */
let pointed = null;
/** @type {number | undefined} */
let pause;

/** @param {PricedPlace} place */
const priceOf = place => make("b", { class: "price is-" + placeLook(place) }, priceText(place));

/** @param {PricedPlace} place */
const showHint = place => {
  pointed = place;
  for (const node of [hint, handHint])
    node.replaceChildren(priceOf(place), " " + pricedText(place, roomName));
  clearTimeout(pause);
  if (isBarred(place)) pause = setTimeout(() => askWhy(place), 200);
};

/**
 * Whole sentences of a broken rule, who clashes with whom, for the place that somebody points at.
 *
 * @param {PricedPlace} place
 */
const askWhy = async place => {
  if (!state.lifted) return;
  const query = new URLSearchParams({ start: place.start, room: place.room });
  const path = draftPath(state.draft.draft.id, "lift", state.lifted, "why");
  const { status, data } = await get(path + "?" + query);
  if (status !== 200 || pointed !== place) return;
  const breaks = /** @type {Break[]} */ (data.breaks);
  for (const node of [hint, handHint]) {
    node.append(make("span", { class: "reasons" },
      ...breaks.map(({ sentence }) => make("span", {}, sentence))));
  }
};

// What is said of a place belongs to the session that was lifted then.
export const forgetHint = onlyIfNew(() => {
  pointed = null;
  hint.replaceChildren(toPoint);
  handHint.replaceChildren(mayEdit() ? "Choose its place in the timetable." : "");
}, () => [state.lifted]);

export const listenToAim = () => onAim(showHint);

/**
 * A button that drops the session there, or says what would happen to whoever only looks.
 *
 * @param {PricedPlace} place
 * @param {string} look
 * @param {...Child} children
 */
const placeButton = (place, look, ...children) => make("button", {
  type: "button",
  class: look,
  "data-focus": "row " + place.start + " " + place.room,
  on: {
    click: () => mayEdit() ? drop(place) : say(pricedText(place, roomName)),
    pointerenter: () => aimAt(place),
  },
}, ...children);

/**
 * Places of one price at one time, on one row with a button for each room.
 *
 * @param {PricedPlace[]} group
 */
const placeGroup = group => {
  const [first] = group;
  const words = unseen(priceText(first) + " " + momentText(first.start) + ", ");
  return make("li", { class: "place-group is-" + placeLook(first) },
    make("b", { class: "price" }, priceText(first)),
    make("span", {}, momentText(first.start)),
    make("span", { class: "rooms" }, ...group.map(place =>
      placeButton(place, "chip", words.cloneNode(true), roomName(place.room)))));
};

/** @param {PricedPlace} place */
const barredRow = place => make("li", {},
  placeButton(place, "place-row is-barred",
    make("b", { class: "price" }, priceText(place)),
    make("span", {}, placeText(place, roomName), make("small", {}, verdictText(place)))));

/** @param {Chain} chain */
const doChain = chain => {
  putBack();
  move(chain.moves);
  const titles = listed(chain.moves.map(({ session }) => titleOf(session)));
  say("Moved " + titles + ".", { undo: () => step("undo") });
};

/** @param {Chain} chain */
const askText = ({ ask = [] }) => listed(ask.map(({ activity, contacts }) =>
  nameOf("activity", activity) + (contacts.length ? ": " + listed(contacts) : "")));

/** @param {Chain} chain */
const chainRow = chain => make("li", { class: "chain" },
  make("div", { class: "chain-head" },
    make("b", {}, chainHead(chain)),
    mayEdit() && buttonOf("plain", () => doChain(chain), "Do it")),
  make("ul", { class: "plain-list" }, ...chain.moves.map(({ session, to }) => make("li", {},
    linkTo(session), " ", make("small", {}, "to " + placeText(to, roomName))))),
  askText(chain) ? make("p", { class: "ask" }, "Ask ", askText(chain)) : null);

/**
 * @param {string} title
 * @param {Chain[]} chains
 * @param {string} none what is said if there is none
 */
const chainList = (title, chains, none) => [
  make("h3", {}, title),
  chains.length ? make("ul", { class: "plain-list" }, ...chains.map(chainRow))
  : make("p", { class: "soft" }, none),
];

// A swap asks fewer people than a chain that costs less, and so is not hidden behind one.
const chainsPart = () => {
  const { chains } = state;
  if (!chains) {
    return [
      make("h3", {}, "Swaps and chains"),
      make("p", { class: "soft" }, "Swaps are being worked out …"),
    ];
  }
  return [
    ...chainList("Swaps", chains.swaps.filter(isSwap).slice(0, mostSwaps),
      "No swap keeps every rule."),
    ...chainList("Chains", chains.swaps.filter(chain => !isSwap(chain)),
      "No chain keeps every rule."),
    !chains.complete && make("p", { class: "soft" }, chains.isFirst
      ? "These are the best found so far; others are being tried …"
      : "These are the best found so far; not all were tried."),
  ];
};

/**
 * A heading that opens, with how many there are.
 *
 * @param {string} words
 * @param {number} number
 * @param {HTMLElement[]} rows
 */
const more = (words, number, rows) => number ? make("details", {},
  make("summary", {}, words + " ", make("span", { class: "count" }, String(number))),
  make("ol", { class: "place-list" }, ...rows)) : null;

/** What stands beside the session that is lifted; nothing for another. */
export const liftedPart = () => {
  const { lift } = state;
  if (!state.lifted || state.lifted !== state.selected) return null;
  forgetHint();
  if (!lift) return make("p", { class: "soft" }, "Prices are on their way …");
  const here = places()[lift.session];
  const ranking = ranked(lift.places).filter(place => !isSame(place, here));
  const free = ranking.filter(place => !isBarred(place));
  const barred = ranking.filter(isBarred);
  const groups = alike(free);
  const rest = groups.slice(mostGroups);
  return make("div", {},
    hint,
    make("h3", {}, "Places that keep every rule",
      make("span", { class: "count" }, String(free.length))),
    free.length ? null : make("p", { class: "soft" }, "None, as the others stand."),
    make("ol", { class: "place-list" }, ...groups.slice(0, mostGroups).map(placeGroup)),
    more("More of them", rest.flat().length, rest.slice(0, mostMore).map(placeGroup)),
    ...chainsPart(),
    more("Places that break a rule", barred.length, barred.slice(0, mostPlaces).map(barredRow)));
};
