// SPDX-License-Identifier: GPL-3.0-or-later

// Which sessions are shown: any value of one choice, every choice, every word.

// What people wrote about a session; not the page's own words, such as "Where" or "Details".
const spoken = ".title, .facts, .description, dd";

/** @param {Session} session */
const haystack = session => {
  if (session.haystack === undefined) {
    const texts = allWithin(session.card, spoken).map(node => node.textContent);
    session.haystack = wordLine([session.id, ...texts].join(" "));
  }
  return session.haystack;
};

/**
 * @param {Set<string>} chosen
 * @param {string[]} values
 */
const meets = (chosen, values) => chosen.size === 0 || values.some(value => chosen.has(value));

/** @param {Session} session */
const isMatch = session =>
  meets(state.chosen.kinds, session.kinds) && meets(state.chosen.themes, session.themes)
  && meets(state.chosen.rooms, [session.room])
  && meets(state.chosen.languages, session.languages)
  && (state.only === null || state.only.has(session.id))
  && state.words.every(word => hasWord(haystack(session), word));

const chosenCount = () =>
  Object.values(state.chosen).reduce((sum, chosen) => sum + chosen.size, 0);

const isFiltered = () => chosenCount() > 0 || state.words.length > 0 || state.only !== null;

const tally = make("p", { class: "tally", role: "status" });

/** @type {(() => void)[]} */
const refreshListeners = [];

// Shows what matches, in all views at once.
/** @param {Session} session */
const isShown = session => isMatch(session)
  && (state.view !== "agenda" || agenda.has(session.id));

/** @param {Day} day */
const refreshDay = day => {
  for (const session of day.sessions) {
    session.card.hidden = !isShown(session);
    if (session.cell) session.cell.hidden = session.card.hidden;
  }
  const isEmpty = day.sessions.every(session => session.card.hidden);
  day.section.classList.toggle("is-empty", isEmpty);
  if (day.link) day.link.classList.toggle("is-empty", isEmpty);
  if (!day.timetable) return;
  for (const row of allWithin(day.timetable.grid, ".row")) {
    row.hidden = allWithin(row, ".cell").every(cell => cell.hidden);
  }
};

const refresh = () => {
  days.forEach(refreshDay);
  // Those that take place; a cancelled one stands in the list, and is no session to go to.
  const stand = sessions.filter(session => !session.isCancelled);
  const own = state.view === "agenda" ? stand.filter(session => agenda.has(session.id)) : stand;
  const all = own.length;
  const shown = stand.filter(session => !session.card.hidden).length;
  tally.replaceChildren(make("bdi", {}, isFiltered()
    ? counted("script.tally.shown", all, { shown: String(shown) })
    : counted("script.tally", all)));
  for (const act of refreshListeners) act();
};

const clearFilters = () => {
  for (const chosen of Object.values(state.chosen)) chosen.clear();
  state.words = [];
  state.only = null;
  refresh();
};
