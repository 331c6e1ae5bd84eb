// SPDX-License-Identifier: GPL-3.0-or-later

// Which sessions are shown: any value of one choice, every choice, every word.

const plain = text => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

const haystack = session => {
  if (session.haystack === undefined) {
    session.haystack = plain(session.id + " " + session.card.textContent);
  }
  return session.haystack;
};

const meets = (chosen, values) => chosen.size === 0 || values.some(value => chosen.has(value));

const isMatch = session =>
  meets(state.chosen.kinds, session.kinds) && meets(state.chosen.themes, session.themes)
  && meets(state.chosen.rooms, [session.room])
  && meets(state.chosen.languages, session.languages)
  && (state.only === null || state.only.has(session.id))
  && state.words.every(word => haystack(session).includes(word));

const chosenCount = () =>
  Object.values(state.chosen).reduce((sum, chosen) => sum + chosen.size, 0);

const isFiltered = () => chosenCount() > 0 || state.words.length > 0 || state.only !== null;

const tally = make("p", { class: "tally", role: "status" });
const refreshListeners = [];

// Shows what matches, in all views at once.
const refresh = () => {
  let shown = 0;
  for (const session of sessions) {
    const isShown = isMatch(session) && (state.view !== "agenda" || agenda.has(session.id));
    if (isShown) shown += 1;
    session.card.hidden = !isShown;
    if (session.cell) session.cell.hidden = !isShown;
  }
  for (const day of days) {
    const isEmpty = day.sessions.every(session => session.card.hidden);
    day.section.classList.toggle("is-empty", isEmpty);
    if (day.link) day.link.classList.toggle("is-empty", isEmpty);
    if (day.grid) {
      for (const row of day.grid.querySelectorAll(".row")) {
        row.hidden = [...row.querySelectorAll(".cell")].every(cell => cell.hidden);
      }
    }
  }
  const all = state.view === "agenda" ? agenda.size : sessions.length;
  const noun = all === 1 ? " session" : " sessions";
  tally.replaceChildren(make("bdi", {},
    isFiltered() ? shown + " of " + all + noun : all + noun));
  for (const act of refreshListeners) act();
};

const clearFilters = () => {
  for (const chosen of Object.values(state.chosen)) chosen.clear();
  state.words = [];
  state.only = null;
  refresh();
};
