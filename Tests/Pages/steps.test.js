// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./load.js");

const { stepBy } = load(["steps"], ["stepBy"]);

const stay = (start, end) => ({ start, end });
const rows = [
  [stay(9, 10), stay(11, 12), stay(15, 16)],
  [stay(14, 17)],
  [stay(9, 12), stay(15, 15.5)],
];
const step = (row, place, key) => {
  const next = stepBy(rows, [row, place], key);
  return next && [...next];
};

test("arrows go along a row and stop at its ends", () => {
  assert.deepEqual(step(0, 0, "ArrowRight"), [0, 1]);
  assert.deepEqual(step(0, 2, "ArrowRight"), null);
  assert.deepEqual(step(0, 0, "ArrowLeft"), null);
  assert.deepEqual(step(0, 2, "Home"), [0, 0]);
  assert.deepEqual(step(0, 0, "End"), [0, 2]);
});

test("from row to row they go to what is nearest in time", () => {
  assert.deepEqual(step(0, 2, "ArrowDown"), [1, 0]);
  assert.deepEqual(step(1, 0, "ArrowUp"), [0, 2]);
  assert.deepEqual(step(1, 0, "ArrowDown"), [2, 1]);
  assert.deepEqual(step(0, 0, "ArrowUp"), null);
  assert.deepEqual(step(2, 0, "ArrowDown"), null);
});

test("other keys lead nowhere", () => assert.deepEqual(step(0, 0, "a"), null));
