// SPDX-License-Identifier: GPL-3.0-or-later

// What the filters show, and the count that must always come out: shown + hidden + unplaced + held is
// every session. Pure.

/** @type {Filters} */
export const noFilters = {
  room: "",
  kind: "",
  theme: "",
  person: "",
  activity: "",
  problem: false,
  words: "",
};

/** @param {string} text */
const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * @param {SessionData} session
 * @param {string} words
 */
const says = (session, words) => {
  const text = plain(session.id + " " + session.title);
  return plain(words).split(/\s+/).every(word => text.includes(word));
};

/**
 * Sessions that a problem names: a broken rule that nobody accepted, or a cost.
 *
 * @param {DraftState} draft
 */
export const troubled = draft => {
  const broken = draft.violations.filter(violation => !violation.accepted);
  const dear = draft.costs.filter(cost => cost.cost > 0).flatMap(cost => cost.causes);
  return new Set([...broken, ...dear].flatMap(({ sessions }) => sessions));
};

/**
 * Whether every filter that is set lets a placed session through.
 *
 * @param {SessionData} session
 * @param {Place} place
 * @param {Filters} filters
 * @param {Set<string>} problems
 */
export const passes = (session, place, filters, problems) => [
  !filters.room || place.room === filters.room,
  !filters.kind || session.kind === filters.kind,
  !filters.theme || session.themes.includes(filters.theme),
  !filters.activity || session.activities.includes(filters.activity),
  !filters.person || session.people.some(person => person.id === filters.person),
  !filters.problem || problems.has(session.id),
  !filters.words || says(session, filters.words),
].every(Boolean);

/**
 * Each session once: shown, hidden by a filter, unplaced or held.
 *
 * @param {SessionData[]} sessions
 * @param {Places} places
 * @param {string[]} held
 * @param {(session: SessionData, place: Place) => boolean} isShown
 */
export const sorted = (sessions, places, held, isShown) => {
  const heldOnes = new Set(held);
  /** @type {Record<"shown" | "hidden" | "unplaced" | "held", string[]>} */
  const groups = { shown: [], hidden: [], unplaced: [], held: [] };
  for (const session of sessions) {
    const place = places[session.id];
    if (place) groups[isShown(session, place) ? "shown" : "hidden"].push(session.id);
    else groups[heldOnes.has(session.id) ? "held" : "unplaced"].push(session.id);
  }
  return groups;
};

/** @param {Filters} filters */
export const isFiltering = filters => Object.values(filters).some(Boolean);
