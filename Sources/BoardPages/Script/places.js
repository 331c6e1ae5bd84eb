// SPDX-License-Identifier: GPL-3.0-or-later

// The places of a lifted session: found by time and room, ranked, stepped through. Pure.

import { dateOf, minuteOf } from "./times.js";

/** @param {Place} place */
export const placeKey = place => place.start + " " + place.room;

/**
 * @param {Place | null | undefined} one
 * @param {Place | null | undefined} other
 */
export const isSame = (one, other) =>
  one && other ? placeKey(one) === placeKey(other) : !one && !other;

/**
 * Whether two sessions exchange their places, and nothing else.
 *
 * @param {Chain} chain
 */
export const isSwap = ({ moves }) =>
  moves.length === 2 && isSame(moves[0].to, moves[1].from) && isSame(moves[1].to, moves[0].from);

/** @param {PricedPlace[]} places */
export const byKey = places => new Map(places.map(place => [placeKey(place), place]));

/** @param {PricedPlace} place */
export const isBarred = place => place.breaks.length > 0;

/**
 * Free places first, then those that break a rule, fewest rules first; of each the cheapest, then
 * the earliest, then as the rooms stand.
 *
 * @param {PricedPlace[]} places
 */
export const ranked = places => [...places].sort((one, other) =>
  one.breaks.length - other.breaks.length
  || one.cost - other.cost
  || (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));

/**
 * A ranking in groups: what starts at the same time at the same price.
 *
 * @param {PricedPlace[]} ranking
 */
export const alike = ranking => {
  /** @type {Map<string, PricedPlace[]>} */
  const groups = new Map();
  for (const place of ranking) {
    const key = place.cost + " " + place.start;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
};

/**
 * What stands in a place's box: a price, or the cross.
 *
 * @param {PricedPlace} place
 */
export const priceText = place => isBarred(place) ? "✗" : deltaText(place.cost);

/**
 * A change of cost with its sign.
 *
 * @param {number} delta
 */
export const deltaText = delta => delta > 0 ? "+" + delta : delta < 0 ? "−" + -delta : "±0";

/**
 * How a place looks.
 *
 * @param {PricedPlace} place
 */
export const placeLook = place => {
  if (isBarred(place)) return place.always ? "never" : "barred";
  return place.cost < 0 ? "cheaper" : place.cost > 0 ? "dearer" : "same";
};

/**
 * The place that an arrow leads to: along the rooms at one time, or to the next start in a room.
 *
 * @param {PricedPlace[]} places
 * @param {string[]} rooms in the order of the columns
 * @param {Place} from
 * @param {string} key of the keyboard
 */
export const placeBeside = (places, rooms, from, key) => {
  const column = rooms.indexOf(from.room);
  /** @type {(place: PricedPlace) => boolean} */
  let isAhead;
  /** @type {(place: PricedPlace) => number} */
  let distance;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const sign = key === "ArrowRight" ? 1 : -1;
    distance = place => (rooms.indexOf(place.room) - column) * sign;
    isAhead = place => place.start === from.start && distance(place) > 0;
  } else if (key === "ArrowUp" || key === "ArrowDown") {
    const sign = key === "ArrowDown" ? 1 : -1;
    distance = place => (absolute(place.start) - absolute(from.start)) * sign;
    isAhead = place => place.room === from.room && distance(place) > 0;
  } else return null;
  return places.filter(isAhead).reduce(
    (best, place) => !best || distance(place) < distance(best) ? place : best,
    /** @type {PricedPlace | null} */
    (null));
};

/**
 * Minutes since some first day.
 *
 * @param {WallTime} time
 */
const absolute = time => Date.parse(dateOf(time) + "T00:00:00Z") / 60000 + minuteOf(time);

/**
 * The next in the ranking, round and round; the first where none is chosen yet.
 *
 * @param {PricedPlace[]} ranking
 * @param {Place | null} from
 * @param {1 | -1} step
 */
export const placeInTurn = (ranking, from, step) => {
  if (!ranking.length) return null;
  const at = from ? ranking.findIndex(place => isSame(place, from)) : -1;
  if (at < 0) return step > 0 ? ranking[0] : ranking[ranking.length - 1];
  return ranking[(at + step + ranking.length) % ranking.length];
};
