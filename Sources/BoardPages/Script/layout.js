// SPDX-License-Identifier: GPL-3.0-or-later

// Where things are on the screen: a day's rows, sessions that share a room's time, heights. Pure.

import { dateOf, minuteOf, minuteOfClock } from "./times.js";

/**
 * Where each placed session is, by date.
 *
 * @param {SessionData[]} sessions
 * @param {Places} places
 */
export const staysByDate = (sessions, places) => {
  /** @type {Map<string, Stay[]>} */
  const dates = new Map();
  for (const session of sessions) {
    const place = places[session.id];
    if (!place) continue;
    const start = minuteOf(place.start);
    const stay = { id: session.id, room: place.room, start, end: start + session.minutes };
    const date = dateOf(place.start);
    dates.set(date, [...dates.get(date) || [], stay]);
  }
  return dates;
};

/**
 * Where sessions may start on a day.
 *
 * @param {DayData} day
 * @param {number} step of the grid, in minutes
 */
export const startsOf = (day, step) => {
  if (day.starts) return day.starts.map(minuteOfClock);
  /** @type {Minute[]} */
  const starts = [];
  for (const [from, to] of day.open) {
    const end = minuteOfClock(to);
    for (let at = minuteOfClock(from); at < end; at += Math.max(step, 5)) starts.push(at);
  }
  return starts;
};

/**
 * A day from its first minute to its last: a row ends wherever a session may start, starts or ends.
 *
 * @param {DayData} day
 * @param {number} step of the grid, in minutes
 * @param {Stay[]} stays
 * @returns {Row[]}
 */
export const rowsOf = (day, step, stays) => {
  const open = day.open.map(([from, to]) => ({
    start: minuteOfClock(from),
    end: minuteOfClock(to),
  }));
  const starts = new Set(startsOf(day, step));
  const used = [...open, ...stays];
  const bounds = [...new Set([...starts, ...used.flatMap(({ start, end }) => [start, end])])]
    .sort((one, other) => one - other);
  return bounds.slice(0, -1).map((from, place) => ({
    from,
    to: bounds[place + 1],
    isBreak: !used.some(({ start, end }) => start <= from && from < end),
    isStart: starts.has(from),
  }));
};

/**
 * A room's sessions of a day, together where they overlap, each in a lane of its own there.
 *
 * @param {Stay[]} stays
 * @returns {Cluster[]}
 */
export const clustersOf = stays => {
  /** @type {Cluster[]} */
  const clusters = [];
  const sorted = [...stays].sort((one, other) =>
    one.start - other.start || one.end - other.end || (one.id < other.id ? -1 : 1));
  for (const stay of sorted) {
    const last = clusters[clusters.length - 1];
    if (!last || stay.start >= last.end) {
      clusters.push({ start: stay.start, end: stay.end, lanes: 1, stays: [{ ...stay, lane: 0 }] });
      continue;
    }
    const taken = new Set(
      last.stays.filter(other => other.end > stay.start).map(other => other.lane));
    let lane = 0;
    while (taken.has(lane)) lane++;
    last.stays.push({ ...stay, lane });
    last.lanes = Math.max(last.lanes, lane + 1);
    last.end = Math.max(last.end, stay.end);
  }
  return clusters;
};

/**
 * The height of each row in whole pixels: what ends at the same minute ends on the same line.
 *
 * @param {Row[]} rows of one day
 * @param {number} scale pixels a minute
 * @param {number} gap pixels of a break
 */
export const heightsOf = (rows, scale, gap) => {
  let minutes = 0;
  return rows.map(row => {
    if (row.isBreak) return gap;
    const before = Math.round(minutes * scale);
    minutes += row.to - row.from;
    return Math.round(minutes * scale) - before;
  });
};

/**
 * How many pixels a minute gets so that all days are on the screen; not less than can be read.
 *
 * @param {Row[][]} days
 * @param {{ height: number, gap: number, least: number, most: number }} room
 */
export const scaleFor = (days, { height, gap, least, most }) => {
  const rows = days.flat();
  const breaks = rows.filter(row => row.isBreak).length;
  const minutes = rows.reduce((sum, row) => sum + (row.isBreak ? 0 : row.to - row.from), 0);
  const left = height - breaks * gap - days.length;
  return Math.min(most, Math.max(least, minutes ? left / minutes : most));
};

/**
 * Where the prices of one room and day are written: each in its own row if that is high enough. Of
 * lower rows the cheapest first, once for neighbours of one price, and none over another; what is
 * not written has its colour, and its price where somebody points.
 *
 * @param {{ top: number, height: number, text: string, rank: number }[]} spots from top to bottom,
 *   in pixels of the day; the lowest rank is the cheapest
 * @param {number} least pixels of a line
 * @param {number} end pixels of the day
 * @returns {Writing[]}
 */
export const writingOf = (spots, least, end) => {
  /** @param {number} spot */
  const wayOf = spot => {
    const { top, height } = spots[spot];
    const middle = top + (height - least) / 2;
    return middle < 0 ? "down" : middle + least > end ? "up" : "middle";
  };
  /** @param {number} spot */
  const lineOf = spot => {
    const { top, height } = spots[spot];
    return top + { down: 0, up: height - least, middle: (height - least) / 2 } [wayOf(spot)];
  };
  /** @type {number[]} */
  const lines = [];
  /** @type {Writing[]} */
  const writing = spots.map(() => "none");
  /** @type {number[][]} */
  const runs = [];
  spots.forEach(({ height, text }, spot) => {
    const run = runs[runs.length - 1];
    if (height >= least) {
      writing[spot] = "middle";
      lines.push(lineOf(spot));
    } else if (run && run[run.length - 1] === spot - 1 && spots[spot - 1].text === text) {
      run.push(spot);
    } else {
      runs.push([spot]);
    }
  });
  runs.sort(([one], [other]) => spots[one].rank - spots[other].rank || one - other);
  for (const run of runs) {
    const spot = run.find(each =>
      lines.every(line => Math.abs(line - lineOf(each)) >= least));
    if (spot === undefined) continue;
    lines.push(lineOf(spot));
    writing[spot] = wayOf(spot);
  }
  return writing;
};
