// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./load.js");

const { isNewer } = load(["edition"], ["isNewer"]);
const { drawn, hourWidth } = load(["cells"], ["drawn", "hourWidth"]);

test("a publication is newer by its number, and by its instant where that is the same", () => {
  const four = { number: 4, instant: 100 };
  assert.equal(isNewer({ number: 5, instant: 1 }, four), true);
  assert.equal(isNewer({ number: 4, instant: 101 }, four), true);
  assert.equal(isNewer(four, four), false);
  assert.equal(isNewer({ number: 3, instant: 200 }, four), false);
});

test("only what is shorter than half an hour is drawn longer than it is", () => {
  assert.equal(drawn({ start: 0, end: 900 }).end, 2700);
  assert.equal(drawn({ start: 0, end: 1799 }).end, 2700);
  assert.equal(drawn({ start: 0, end: 1800 }).end, 1800);
  assert.equal(drawn({ start: 600, end: 6000 }).end, 6000);
});

test("an hour is wide enough for half an hour's word, and no wider for what is shorter", () => {
  assert.equal(hourWidth([{ start: 0, end: 3600 }]), 5.6);
  assert.equal(hourWidth([{ start: 0, end: 1800 }]), 8);
  assert.equal(hourWidth([{ start: 0, end: 600 }]), 8);
});
