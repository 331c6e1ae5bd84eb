// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions as they stand in the timetable.

// The timetable's columns: five minutes each, in seconds.
const slot = 300;

// What is shorter than half an hour is drawn as long as this, in seconds: its name can be read, and the
// day is not drawn out. What then lies over it goes below it.
const half = 1800;
const leastDrawn = 2700;

/**
 * As long as it is drawn.
 *
 * @param {{ start: Instant, end: Instant }} stay
 */
const drawn = ({ start, end }) =>
  ({ start, end: end - start < half ? start + leastDrawn : end });

/**
 * The least width of an hour, in rem: half an hour has room for a word, and a day is not drawn out
 * by what is shorter still.
 *
 * @param {{ start: Instant, end: Instant }[]} list
 */
const hourWidth = list => {
  const shortest = Math.min(...list.map(({ start, end }) => (end - start) / 3600));
  return Math.min(8, Math.max(5.6, 4 / shortest));
};

/**
 * Where a stay stands among the columns of a timetable that begins at an instant.
 *
 * @param {{ start: Instant, end: Instant }} stay
 * @param {Instant} from
 */
const columnsOf = (stay, from) => {
  const first = Math.round((stay.start - from) / slot) + 1;
  const last = Math.max(first + 1, Math.round((stay.end - from) / slot) + 1);
  return first + " / " + last;
};

/**
 * Struck out where it is cancelled.
 *
 * @param {Session} session
 */
const titleOf = session => session.isCancelled ? make("s", {}, session.title) : session.title;

/** @param {Session} session */
const cellLink = session => make("a", { href: "#" + session.anchor },
  make("span", { class: "hours" }, timeNode(session.start, "clock"),
    make("span", { class: "end" }, "–", timeNode(session.end, "clock"))),
  ...allWithin(session.card, "h4 .badge").map(copied),
  make("bdi", { class: "name" }, titleOf(session)));

/**
 * @param {Session} session
 * @param {number} lane
 * @param {Instant} from when the timetable begins
 */
const cellOf = (session, lane, from) => {
  const look = "cell c" + session.colour + (session.isCancelled ? " is-cancelled" : "");
  const cell = make("li", { class: look }, cellLink(session));
  cell.style.gridColumn = columnsOf(drawn(session), from);
  cell.style.gridRow = String(lane);
  const length = session.end - session.start;
  cell.dataset.short = length <= 2700 ? "yes" : "no";
  if (length < half) {
    cell.dataset.drawn = "longer";
    cell.style.setProperty("--part", String(length / leastDrawn));
  }
  session.cell = cell;
  return cell;
};

/**
 * @param {string} name of the room
 * @param {Session[]} list
 * @param {Instant} from
 */
const rowOf = (name, list, from) => {
  const lanes = lanesOf(list.map(drawn));
  return make("section", { class: "row" }, make("h4", {}, make("bdi", {}, name)),
    make("ul", { class: "track" }, ...list.map((session, index) =>
      cellOf(session, lanes[index], from))));
};

/**
 * The rows of those rooms that have something.
 *
 * @param {Session[]} list
 * @param {Instant} from
 */
const rowsOf = (list, from) => {
  const rows = [];
  for (const room of [...data.rooms, { id: "", name: inWords("script.room.none") }]) {
    const own = list.filter(session => session.room === room.id);
    if (own.length) rows.push(rowOf(room.name, own, from));
  }
  return rows;
};
