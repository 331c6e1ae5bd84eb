// SPDX-License-Identifier: GPL-3.0-or-later

// A day's timetable is one stop of the tab key; arrows go through it.

/**
 * The rows that are shown, each with its sessions by start.
 *
 * @param {Day} day
 */
const shownRows = day => data.rooms.map(({ id }) => id).concat("")
  .map(room => day.sessions.filter(
    session => session.room === room && session.cell && !session.cell.hidden))
  .filter(row => row.length);

/** @param {Session} session */
const linkIn = session => within(session.cell || session.card, "a");

/**
 * Leaves one link for the tab key: this session's or, where it is not shown, the day's first.
 *
 * @param {Day} day
 * @param {Session} [wanted]
 */
const keepOneStop = (day, wanted) => {
  const shown = shownRows(day).flat();
  const held = shown.find(session => linkIn(session).tabIndex === 0);
  const stop = wanted || held || shown[0];
  for (const session of shown) linkIn(session).tabIndex = session === stop ? 0 : -1;
};

/**
 * Where the page is written from right to left, time goes to the left.
 *
 * @param {string} key
 */
const alongTime = key => {
  const isTurned = getComputedStyle(document.documentElement).direction === "rtl";
  if (isTurned && key === "ArrowLeft") return "ArrowRight";
  return isTurned && key === "ArrowRight" ? "ArrowLeft" : key;
};

/**
 * @param {Day} day
 * @param {KeyboardEvent} event
 */
const followKey = (day, event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rows = shownRows(day);
  const row = rows.findIndex(list => list.some(
    session => linkIn(session) === document.activeElement));
  if (row < 0) return;
  const place = rows[row].findIndex(session => linkIn(session) === document.activeElement);
  const next = stepBy(rows, [row, place], alongTime(event.key));
  if (!next) return;
  event.preventDefault();
  const session = rows[next[0]][next[1]];
  keepOneStop(day, session);
  linkIn(session).focus();
};

/** @param {Day} day */
const listenToKeys = day => {
  if (!day.timetable) return;
  day.timetable.grid.addEventListener("keydown", event => followKey(day, event));
  day.timetable.grid.addEventListener("focusin", event => {
    const session = day.sessions.find(one => linkIn(one) === event.target);
    if (session) keepOneStop(day, session);
  });
};

const keepStops = () => {
  for (const day of days)
    if (day.timetable) keepOneStop(day);
};
