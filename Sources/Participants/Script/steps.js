// SPDX-License-Identifier: GPL-3.0-or-later

// Steps by arrow keys through a timetable: along a room's row, and from row to row.

/**
 * The place in a row of what lies nearest in time.
 *
 * @param {{ start: Instant, end: Instant }[]} row
 * @param {{ start: Instant, end: Instant }} stay
 */
const nearestIn = (row, stay) => {
  const away = row.map(({ start, end }) => Math.abs(start + end - stay.start - stay.end));
  return away.indexOf(Math.min(...away));
};

/**
 * Where a key leads from a place in a row; null where it leads nowhere.
 *
 * @param {{ start: Instant, end: Instant }[][]} rows none of them empty
 * @param {[row: number, place: number]} from
 * @param {string} key
 * @returns {[row: number, place: number] | null}
 */
const stepBy = (rows, [row, place], key) => {
  const last = rows[row].length - 1;
  if (key === "Home") return [row, 0];
  if (key === "End") return [row, last];
  if (key === "ArrowRight") return place < last ? [row, place + 1] : null;
  if (key === "ArrowLeft") return place > 0 ? [row, place - 1] : null;
  const next = key === "ArrowDown" ? row + 1 : key === "ArrowUp" ? row - 1 : -1;
  return rows[next] ? [next, nearestIn(rows[next], rows[row][place])] : null;
};
