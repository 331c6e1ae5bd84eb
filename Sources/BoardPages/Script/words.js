// SPDX-License-Identifier: GPL-3.0-or-later

// Sentences: what the page says of places, moves, prices and acts. Pure.

import { deltaText, isBarred, isSwap } from "./places.js";
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
const brokenText = place =>
  ended(place.breaks.map(({ sentence }) => sentence.replace(/\.$/, "")).join("; "));

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

/**
 * A violation's id is its rule, its limit where it has one, and its sessions.
 *
 * @param {string | undefined} id
 * @param {(id: string) => string} title
 */
const brokenName = (id = "", title) => {
  const [rule, ...rest] = id.split(":");
  const sessions = (rest.pop() || "").split(",").filter(Boolean);
  return [rule, ...rest].join(" ") + (sessions.length ? ": " + listed(sessions.map(title)) : "");
};

/** @type {Record<string, (act: LoggedAct, title: (id: string) => string) => string>} */
const actWords = {
  pin: ({ sessions = [] }, title) => "Pinned " + listed(sessions.map(title)),
  unpin: ({ sessions = [] }, title) => "Unpinned " + listed(sessions.map(title)),
  note: ({ session, text }, title) => (session ? title(session) + ": " : "Note: ") + text,
  accept: ({ violation }, title) => "Put up with a broken rule: " + brokenName(violation, title),
  withdraw: ({ violation }, title) => "No longer puts up with: " + brokenName(violation, title),
  stage: ({ stage }) => "How far it may change: " + (stage === "swaps" ? "swaps only" : stage),
  undo: ({ act }) => "Undid act " + act,
  redo: ({ act }) => "Did act " + act + " again",
  name: ({ name }) => "Called it “" + name + "”",
  tables: ({ tables = [] }) => "Saved " + (listed(tables.map(({ file }) => file)) || "tables"),
  publish: ({ publication }) => publication
    ? "Published as publication " + publication.number + " (" + publication.status
    + "), kept as draft " + publication.kept + ": " + publication.summary
    : "Published",
};

/**
 * An act on one line.
 *
 * @param {LoggedAct} act
 * @param {(id: string) => string} title
 * @param {(id: string) => string} roomName
 */
export const actText = (act, title, roomName) => {
  const moves = act.moves || [];
  if (moves.length === 1) return moveText(moves[0], title, roomName);
  if (moves.length) {
    const titles = listed(moves.map(({ session }) => title(session)));
    return "Moved " + counted(moves.length, "session") + ": " + titles;
  }
  return act.kind in actWords ? actWords[act.kind](act, title) : act.kind;
};

/**
 * What changes, on one line for a button.
 *
 * @param {Chain} chain
 */
export const chainHead = chain =>
  (isSwap(chain) ? "Swap" : "Chain of " + chain.moves.length) + ", "
  + deltaText(chain.delta);

/** @param {string} word */
const quoted = word => "'" + word.replace(/'/g, "'\\''") + "'";

/**
 * What is typed to publish a draft. One that is closed goes out as it was kept; nothing is to be
 * typed where it was not.
 *
 * @param {DraftHead} head
 */
export const publishCommand = ({ name, stage, kept = [] }) => {
  if (stage !== "closed") return "programme publish SCENARIO --from-board " + quoted(name);
  return kept.length ? "programme publish SCENARIO " + kept[kept.length - 1].draft : "";
};

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
