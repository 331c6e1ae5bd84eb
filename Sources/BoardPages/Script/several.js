// SPDX-License-Identifier: GPL-3.0-or-later

// Moves of many sessions that are one act and one undo. Pure.

import { moveOf } from "./acts.js";
import { dateOf, minuteOf, timeAt } from "./times.js";

/**
 * What starts at one time goes to the other, and the other way round; rooms stay.
 *
 * @param {Places} places
 * @param {WallTime} one
 * @param {WallTime} other
 */
export const slotsSwapped = (places, one, other) =>
  placed(places).flatMap(([id, place]) => {
    const start = place.start === one ? other : place.start === other ? one : "";
    return start && one !== other ? [moveOf(places, id, { start, room: place.room })] : [];
  });

/**
 * The rest of a day, later or earlier. What would leave the day stays out, and nothing moves then.
 *
 * @param {Places} places
 * @param {WallTime} from the first start that moves
 * @param {number} minutes
 */
export const restShifted = (places, from, minutes) =>
  placed(places)
  .filter(([, place]) => dateOf(place.start) === dateOf(from) && place.start >= from)
  .map(([id, place]) => moveOf(places, id, later(place, minutes)));

/**
 * Chosen sessions, later or earlier by so much, or into another day at the same time.
 *
 * @param {Places} places
 * @param {Iterable<string>} ids
 * @param {{ minutes: number, date?: string }} by
 */
export const pickedShifted = (places, ids, { minutes, date }) => [...ids].sort().flatMap(id => {
  const place = places[id];
  if (!place) return [];
  const there = date ? { ...place, start: date + place.start.slice(10) } : place;
  return [moveOf(places, id, later(there, minutes))];
}).filter(move => move.from && move.to && move.from.start !== move.to.start);

/**
 * Whether all moves stay within their day: a start before midnight.
 *
 * @param {Move[]} moves
 */
export const staysInDay = moves => moves.every(move =>
  !move.to || /T([01]\d|2[0-3]):[0-5]\d$/.test(move.to.start));

/** @param {Places} places */
const placed = places => /** @type {[string, Place][]} */ (
  Object.entries(places).filter(([, place]) => place).sort(([one],
    [other]) => one < other ? -1 : 1));

/**
 * @param {Place} place
 * @param {number} minutes
 * @returns {Place}
 */
const later = (place, minutes) => {
  const minute = minuteOf(place.start) + minutes;
  const isInDay = minute >= 0 && minute < 24 * 60;
  const start = isInDay ? timeAt(dateOf(place.start), minute) : dateOf(place.start) + "T--:--";
  return { start, room: place.room };
};
