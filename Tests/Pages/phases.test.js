// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./load.js");

const { isOnAt, nextStart, phaseOf, overlaps, lanesOf } = load(
  ["phases", "lanes"], ["isOnAt", "nextStart", "phaseOf", "overlaps", "lanesOf"]);

const stay = (start, end, isCancelled = false) => ({ start, end, isCancelled });
const meeting = [stay(100000, 103600), stay(100000, 101800, true), stay(107200, 110800)];

test("a session is over, runs, comes next, or is still far", () => {
  const next = nextStart(meeting, 101000);
  assert.equal(next, 107200);
  assert.deepEqual(meeting.map(session => phaseOf(session, 101000, next)), ["now", "", "next"]);
  assert.deepEqual(
    meeting.map(session => phaseOf(session, 103600, next)), ["past", "", "next"]);
  assert.equal(phaseOf(stay(200000, 203600), 101000, next), "");
});

test("the meeting is on from half a day before to its last end; cancelled sessions make none", () => {
  assert.equal(isOnAt(meeting, 100000 - 43200), true);
  assert.equal(isOnAt(meeting, 100000 - 43201), false);
  assert.equal(isOnAt(meeting, 110799), true);
  assert.equal(isOnAt(meeting, 110800), false);
  assert.equal(isOnAt([stay(0, 10, true)], 5), false);
  assert.equal(isOnAt([], 5), false);
});

test("sessions that adjoin do not overlap", () => {
  const [one, other] = [stay(0, 60), stay(60, 120)];
  assert.equal(overlaps(one, other), false);
  assert.equal(overlaps(one, stay(59, 61)), true);
  assert.equal(overlaps(one, one), false);
  assert.equal(overlaps(one, stay(0, 60, true)), false);
});

test("sessions of a room that overlap lie in lanes, and a free lane is used again", () => {
  assert.deepEqual(
    [...lanesOf([stay(0, 60), stay(30, 90), stay(60, 80), stay(90, 100)])], [1, 2, 1, 1]);
});
