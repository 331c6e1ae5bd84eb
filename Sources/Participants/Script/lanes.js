// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions at the same time.

/**
 * Nobody can be in both for the whole of them.
 *
 * @template {{ start: Instant, end: Instant, isCancelled: boolean }} Stay
 * @param {Stay} one
 * @param {Stay} other
 */
const overlaps = (one, other) => one !== other && !one.isCancelled && !other.isCancelled
  && one.start < other.end && other.start < one.end;

/**
 * The lane of each session of a room, from 1: those that overlap lie below each other.
 *
 * @param {{ start: Instant, end: Instant }[]} list by their starts
 */
const lanesOf = list => {
  /** @type {Instant[]} */
  const ends = [];
  return list.map(session => {
    const free = ends.findIndex(end => end <= session.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = session.end;
    return lane + 1;
  });
};
