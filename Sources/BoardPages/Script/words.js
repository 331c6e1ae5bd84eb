// SPDX-License-Identifier: GPL-3.0-or-later

// Sentences: what the page says of places, moves, prices and acts. Pure.

import { deltaText, isBarred } from "./places.js";
import { momentText } from "./times.js";

/**
 * @param {number} number
 * @param {string} one
 * @param {string} [several]
 */
export const counted = (number, one, several) =>
  number + " " + (number === 1 ? one : several || one + "s");

/**
 * The words with commas, the last with "and".
 *
 * @param {string[]} words
 */
export const listed = words =>
  words.length < 2
  ? words.join("")
  : words.slice(0, -1).join(", ") + " and " + words[words.length - 1];

/**
 * Names for ids, as the tables give them.
 *
 * @param {Named[]} things
 */
export const namesOf = things => {
  const names = new Map(things.map(({ id, name }) => [id, name]));
  /** @param {string} id */
  return id => names.get(id) || id;
};

/**
 * @param {Place | null | undefined} place
 * @param {(id: string) => string} roomName
 */
export const placeText = (place, roomName) =>
  place ? roomName(place.room) + ", " + momentText(place.start) : "no place";

/** @param {number} delta */
export const costText = delta =>
  delta > 0
  ? "costs " + delta + " more"
  : delta < 0 ? "costs " + -delta + " less" : "costs the same";

/**
 * A place of a lifted session, in words: what it costs, or what it breaks.
 *
 * @param {PricedPlace} place
 * @param {(id: string) => string} roomName
 */
export const pricedText = (place, roomName) =>
  placeText(place, roomName) + ": " + verdictText(place);

/** @param {PricedPlace} place */
export const verdictText = place => {
  const cost = costText(place.cost);
  return isBarred(place) ? "breaks a rule: " + brokenText(place) + " It " + cost + "." : cost;
};

/** @param {PricedPlace} place */
const brokenText = place => place.breaks.map(({ sentence }) => ended(sentence)).join(" ");

/** @param {string} sentence */
export const ended = sentence => /[.!?…]$/.test(sentence) ? sentence : sentence + ".";

/**
 * @param {Move} move
 * @param {(id: string) => string} title
 * @param {(id: string) => string} roomName
 */
export const moveText = ({ session, from, to }, title, roomName) =>
  title(session) + ": from " + placeText(from, roomName) + " to " + placeText(to, roomName);

/**
 * Said when a session is lifted.
 *
 * @param {Lift} lift
 * @param {PricedPlace[]} ranking
 * @param {(id: string) => string} title
 * @param {(id: string) => string} roomName
 */
export const liftedText = (lift, ranking, title, roomName) => {
  const free = ranking.filter(place => !isBarred(place));
  const best = free[0] ? " The best: " + pricedText(free[0], roomName) + "." : "";
  return "Lifted " + title(lift.session) + ". " + counted(free.length,
      "place") + " keep every rule, "
    + (ranking.length - free.length) + " break one." + best

    + " N and P go through the places by price, arrows through the timetable, Enter drops, "
    + "Escape puts it back.";
};

/**
 * Said when it is dropped.
 *
 * @param {string} title
 * @param {Place | null} to
 * @param {PricedPlace | null | undefined} priced
 * @param {(id: string) => string} roomName
 */
export const droppedText = (title, to, priced, roomName) => {
  if (!to) return "Taken out of the schedule: " + title + ".";
  const verdict = priced ? " It " + verdictText(priced).replace(/\.?$/, ".") : "";
  return "Moved " + title + " to " + placeText(to, roomName) + "." + verdict;
};

/** @param {Tally} tally */
export const tallyText = tally => tally.shown + " shown + " + tally.hidden + " hidden by filters + "
  + tally.unplaced + " unplaced + " + tally.held + " held = " + counted(tally.all, "session");

/** @type {Record<string, string>} */
const actNames = {
  moves: "Moved",
  pin: "Pinned",
  unpin: "Unpinned",
  note: "Note",
  accept: "Accepted a broken rule",
  stage: "Stage",
  undo: "Undone",
  redo: "Done again",
  branch: "Branched",
  name: "Named",
  result: "Took a computed result",
};

/**
 * An act on one line; its own sentence where the board gave one.
 *
 * @param {LoggedAct} act
 * @param {(id: string) => string} title
 * @param {(id: string) => string} roomName
 */
export const actText = (act, title, roomName) => {
  const words = act.sentence || act.words;
  if (words) return words;
  const moves = act.moves || [];
  if (moves.length === 1) return moveText(moves[0], title, roomName);
  if (moves.length) return "Moved " + counted(moves.length,
    "session") + ": " + listed(moves.map(move => title(move.session)));
  return actNames[act.kind] || act.kind;
};

/**
 * What changes, on one line for a button.
 *
 * @param {Chain} chain
 */
export const chainHead = chain =>
  (chain.moves.length === 2 ? "Swap" : "Chain of " + chain.moves.length) + ", "
  + deltaText(chain.delta);

/** @param {Refusal | null} refusal what the board said to an edit that it did not take */
export const refusalText = refusal => {
  if (!refusal) return "The board did not take it.";
  const { error } = refusal;
  const said = typeof error === "string" ? error : error && (error.sentence || error.message);
  const findings = (refusal.findings || []).map(finding => ended(finding.sentence));
  return [said || refusal.sentence,
      ...findings
    ].filter(Boolean).map(text => ended(String(text))).join(" ")
    || "The board did not take it.";
};
