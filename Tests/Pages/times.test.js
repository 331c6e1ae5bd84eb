// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./load.js");

const { clockText, dateText, momentText, isoDate, zoneName } = load(
  ["language", "times"], ["clockText", "dateText", "momentText", "isoDate", "zoneName"]);

// 9 October 2023, 00:30 UTC.
const opening = Date.UTC(2023, 9, 9, 0, 30) / 1000;

test("an instant is said on the clock of a place", () => {
  assert.equal(clockText(opening, "Asia/Tokyo"), "09:30");
  assert.equal(dateText(opening, "Asia/Tokyo"), "Mon 9 Oct");
  assert.equal(momentText(opening, "America/New_York"), "Sun 8 Oct, 20:30");
  assert.equal(isoDate(opening, "America/New_York"), "2023-10-08");
  assert.equal(momentText(opening, "UTC"), "Mon 9 Oct, 00:30");
});

test("midnight is 00:00 of the day that begins", () => {
  assert.equal(momentText(opening - 1800, "UTC"), "Mon 9 Oct, 00:00");
  assert.equal(clockText(opening + 14.5 * 3600, "Asia/Tokyo"), "00:00");
});

test("a zone is named by its place and how far it is from UTC at that instant", () => {
  assert.equal(zoneName("Asia/Tokyo", opening), "Tokyo (UTC+9)");
  assert.equal(zoneName("America/New_York", opening), "New York (UTC−4)");
  assert.equal(zoneName("America/New_York", opening + 90 * 86400), "New York (UTC−5)");
  assert.equal(zoneName("America/St_Johns", opening), "St Johns (UTC−2:30)");
  assert.equal(zoneName("Asia/Calcutta", opening), "Kolkata (UTC+5:30)");
  assert.equal(zoneName("Europe/London", opening + 90 * 86400), "London (UTC)");
  assert.equal(zoneName("UTC", opening), "UTC");
});
