// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./load.js");

const { standingDay } = load(["standing"], ["standingDay"]);

const line = 100;
const screen = 800;
const boxes = (...tops) => tops.map((top, place) => ({ top, bottom: tops[place + 1] || top + 300 }));

test("the day whose head has come up to the line is read", () => {
  assert.equal(standingDay(boxes(500, 1500, 2500), line, screen, false, -1), 0);
  assert.equal(standingDay(boxes(-900, 100, 1100), line, screen, false, -1), 1);
  assert.equal(standingDay(boxes(-900, 101, 1100), line, screen, false, -1), 0);
  assert.equal(standingDay([], line, screen, false, -1), -1);
});

test("a short last day that was asked for is marked, though its head stops lower", () => {
  assert.equal(standingDay(boxes(-900, 90, 500), line, screen, false, 2), 2);
  assert.equal(standingDay(boxes(-900, 90, 500), line, screen, false, -1), 1);
});

test("a day that left the screen is not the one asked for any more", () => {
  assert.equal(standingDay(boxes(90, 900, 1500), line, screen, false, 2), 0);
  assert.equal(standingDay(boxes(-900, 90, 500), line, screen, false, 0), 1);
});

test("at the page's end the last day is read", () => {
  assert.equal(standingDay(boxes(-900, 90, 500), line, screen, true, -1), 2);
  assert.equal(standingDay(boxes(-900, 90, 500), line, screen, true, 1), 1);
});
