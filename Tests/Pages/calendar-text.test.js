// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./load.js");

const { calendarText, folded, stampText, fileName } = load(
  ["calendar-text"], ["calendarText", "folded", "stampText", "fileName"]);

test("no text ends its line, and what has a meaning is escaped", () => {
  assert.equal(calendarText("a;b,c\\d"), "a\\;b\\,c\\\\d");
  assert.equal(calendarText("x\r\nBEGIN:VEVENT"), "x\\nBEGIN:VEVENT");
  assert.equal(calendarText("\u202etxet\u0007"), "txet ");
});

test("no line has more than 75 octets, and no character is torn", () => {
  for (const text of ["x".repeat(300), "é".repeat(100), "😀".repeat(60), ""]) {
    const lines = folded(text).split("\r\n").slice(0, -1);
    for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75);
    assert.equal(lines.map((line, index) => index ? line.slice(1) : line).join(""), text);
  }
});

test("instants and names of files", () => {
  assert.equal(stampText(Date.UTC(2023, 9, 9, 0, 30) / 1000), "20231009T003000Z");
  assert.equal(fileName("WS 1/2: «x»"), "WS-1-2-x-");
  assert.equal(fileName(""), "programme");
});
