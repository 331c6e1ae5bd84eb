// SPDX-License-Identifier: GPL-3.0-or-later

// The board's modules, as the page has them, and meetings drawn for their tests.

"use strict";

const path = require("path");
const { pathToFileURL } = require("url");

const folder = path.join(__dirname, "../../Sources/BoardPages/Script");

/** @param {string} name of a module, such as "filter" */
const load = name => import(pathToFileURL(path.join(folder, name + ".js")).href);

/**
 * Numbers that are the same in every run (mulberry32).
 *
 * @param {number} seed
 */
const drawnBy = seed => {
  let state = seed;
  const next = () => {
    state = state + 0x6d2b79f5 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
  /** @param {number} below */
  const number = below => Math.floor(next() * below);
  return { number, of: list => list[number(list.length)], chance: part => next() < part };
};

const days = ["2026-12-07", "2026-12-08"];
const rooms = ["hall", "a", "b", "c"];

/**
 * A draft in which anything may be anywhere: sessions that overlap, are unplaced, held, or held and
 * placed all the same.
 *
 * @param {number} seed
 */
const drawnDraft = seed => {
  const draw = drawnBy(seed);
  const sessions = Array.from({ length: draw.number(60) }, (_, number) => ({
    id: "s" + number,
    title: "Session " + number + draw.of(["", " Égalité", " of rights"]),
    kind: draw.of(["WS", "DC", "OF"]),
    minutes: draw.of([30, 45, 60, 90]),
    themes: draw.of([
      [],
      ["ai"],
      ["ai", "rights"]
    ]),
    activities: ["act" + draw.number(20)],
    people: [{ id: "p" + draw.number(10) }],
    links: [],
  }));
  const places = {};
  const held = [];
  for (const { id } of sessions) {
    const minute = 540 + 15 * draw.number(30);
    const clock = String(Math.floor(minute / 60)).padStart(2, "0") + ":"
      + String(minute % 60).padStart(2, "0");
    places[id] = draw.chance(0.8) ? { start: draw.of(days) + "T" + clock, room: draw.of(rooms) } : null;
    if (draw.chance(0.1)) held.push(id);
  }
  const filters = {
    room: draw.chance(0.3) ? draw.of(rooms) : "",
    kind: draw.chance(0.3) ? "WS" : "",
    theme: draw.chance(0.3) ? draw.of(["ai", "rights", "none has it"]) : "",
    person: draw.chance(0.2) ? "p1" : "",
    activity: draw.chance(0.2) ? "act1" : "",
    problem: draw.chance(0.2),
    words: draw.chance(0.3) ? draw.of(["egalite", "RIGHTS s1", "nothing"]) : "",
  };
  const problems = new Set(sessions.filter(() => draw.chance(0.3)).map(({ id }) => id));
  return { sessions, places, held, filters, problems, draw };
};

module.exports = { load, drawnBy, drawnDraft, days, rooms };
