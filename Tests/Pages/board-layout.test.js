// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { days, drawnBy, drawnDraft, load, rooms } = require("./board-load.js");

const day = starts => ({
  date: days[0],
  open: [
    ["09:00", "12:30"],
    ["13:30", "17:00"],
  ],
  starts,
});

test("rows follow each other without a gap, and each session begins and ends with one", async () => {
  const { rowsOf, staysByDate } = await load("layout");
  for (let seed = 1; seed <= 200; seed++) {
    const { sessions, places } = drawnDraft(seed);
    const stays = staysByDate(sessions, places).get(days[0]) || [];
    const rows = rowsOf(day(seed % 2 ? null : ["09:00", "10:45", "13:30"]), 15, stays);
    for (let row = 1; row < rows.length; row++) assert.equal(rows[row].from, rows[row - 1].to);
    const bounds = new Set(rows.flatMap(({ from, to }) => [from, to]));
    for (const { start, end } of stays) assert.ok(bounds.has(start) && bounds.has(end));
    for (const row of rows) {
      const isUsed = stays.some(({ start, end }) => start < row.to && row.from < end);
      assert.ok(!(row.isBreak && isUsed), "nothing runs in a break");
    }
  }
});

test("sessions that overlap in a room never share a lane, and no lane is wasted", async () => {
  const { clustersOf, staysByDate } = await load("layout");
  let beside = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const { sessions, places } = drawnDraft(seed);
    for (const room of rooms) {
      const stays = (staysByDate(sessions, places).get(days[0]) || []).filter(stay => stay.room === room);
      const clusters = clustersOf(stays);
      assert.equal(clusters.flatMap(cluster => cluster.stays).length, stays.length);
      for (const { stays: own, lanes, start, end } of clusters) {
        for (const one of own) {
          assert.ok(start <= one.start && one.end <= end && one.lane < lanes);
          for (const other of own) {
            const meet = one.id !== other.id && one.start < other.end && other.start < one.end;
            assert.ok(!(meet && one.lane === other.lane));
            beside += meet ? 1 : 0;
          }
        }
        const most = Math.max(...own.map(at =>
          own.filter(other => other.start <= at.start && at.start < other.end).length));
        assert.equal(lanes, most);
      }
    }
  }
  assert.ok(beside > 100);
});

test("heights are whole pixels, in proportion, and add up to what there is", async () => {
  const { heightsOf, rowsOf, scaleFor } = await load("layout");
  const rows = rowsOf(day(["09:00", "10:45", "13:30", "15:15"]), 15, []);
  const scale = scaleFor([rows, rows, rows], { height: 700, gap: 4, least: 0.2, most: 3 });
  const heights = heightsOf(rows, scale, 4);
  const sum = heights.reduce((total, height) => total + height, 0);
  assert.ok(3 * sum <= 700 && 3 * sum > 690, String(sum));
  rows.forEach((row, place) => {
    if (!row.isBreak) assert.ok(Math.abs(heights[place] - (row.to - row.from) * scale) <= 1);
  });
  assert.equal(scaleFor([rows], { height: 10, gap: 4, least: 0.5, most: 3 }), 0.5);
  assert.equal(scaleFor([], { height: 100, gap: 4, least: 0.5, most: 3 }), 3);
});

test("no price is written over another, and of low rows the cheapest is written", async () => {
  const { writingOf } = await load("layout");
  let written = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const draw = drawnBy(seed).number;
    const least = 13;
    let top = 0;
    const spots = Array.from({ length: 1 + draw(40) }, () => {
      const height = draw(4) ? 4 + draw(4) : 13 + draw(30);
      const rank = draw(3) ? draw(5) : Infinity;
      const spot = { top, height, rank, text: String(rank) };
      top += height + (draw(6) ? 0 : 20);
      return spot;
    });
    const end = Math.max(top, least);
    const writing = writingOf(spots, least, end);
    const lines = [];
    spots.forEach(({ top: from, height }, spot) => {
      if (height >= least) assert.equal(writing[spot], "middle", "there is room in its own row");
      if (writing[spot] === "none") return;
      const middle = from + (height - least) / 2;
      const line = writing[spot] === "middle" ? middle : writing[spot] === "down" ? from : from + height - least;
      assert.ok(line >= 0 && line + least <= end, "it stays in its day");
      lines.push(line);
    });
    lines.sort((one, other) => one - other);
    for (let line = 1; line < lines.length; line++) assert.ok(lines[line] - lines[line - 1] >= least);
    const low = spots.map((spot, at) => ({ ...spot, at })).filter(({ height }) => height < least);
    const cheapest = Math.min(...low.map(({ rank }) => rank));
    const isTight = spots.some(({ height }) => height >= least);
    if (low.length && !isTight) {
      assert.ok(low.some(({ rank, at }) => rank === cheapest && writing[at] !== "none"), "seed " + seed);
      written++;
    }
  }
  assert.ok(written > 5, String(written));
});
