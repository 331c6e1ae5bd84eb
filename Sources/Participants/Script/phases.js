// SPDX-License-Identifier: GPL-3.0-or-later

// What is over, runs, or comes next, while the meeting lasts.

/**
 * The meeting's first start and last end, of what takes place.
 *
 * @template {{ start: Instant, end: Instant, isCancelled: boolean }} Stay
 * @param {Stay[]} list
 */
const spanOf = list => {
  const live = list.filter(session => !session.isCancelled);
  if (!live.length) return null;
  return {
    start: Math.min(...live.map(session => session.start)),
    end: Math.max(...live.map(session => session.end)),
  };
};

/**
 * From half a day before the first session to the end of the last.
 *
 * @param {{ start: Instant, end: Instant, isCancelled: boolean }[]} list
 * @param {Instant} now
 */
const isOnAt = (list, now) => {
  const span = spanOf(list);
  return span !== null && now >= span.start - 12 * 3600 && now < span.end;
};

/**
 * When the next sessions begin; 0 where none follow.
 *
 * @param {{ start: Instant, end: Instant, isCancelled: boolean }[]} list
 * @param {Instant} now
 */
const nextStart = (list, now) => {
  const coming = list.filter(session => !session.isCancelled && session.start > now);
  return coming.length ? Math.min(...coming.map(session => session.start)) : 0;
};

/**
 * @param {{ start: Instant, end: Instant, isCancelled: boolean }} session
 * @param {Instant} now
 * @param {Instant} next when the next sessions begin
 * @returns {Phase}
 */
const phaseOf = (session, now, next) => {
  if (session.isCancelled) return "";
  if (session.end <= now) return "past";
  if (session.start <= now) return "now";
  return session.start === next ? "next" : "";
};
