// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./load.js");

const names = ["inWords", "counted", "phrase", "listed", "momentText", "stayText"];

/** @param {string} language */
const page = language => load(["language", "times"], names, language);

// 9 October 2023, 00:30 UTC.
const opening = Date.UTC(2023, 9, 9, 0, 30) / 1000;

test("words have their gaps filled, by elements too", () => {
  const { inWords, phrase } = page("en");
  assert.equal(inWords("script.clock.changed", { zone: "UTC" }), "Times are now in UTC.");
  const node = {};
  const parts = phrase("script.agenda.gone", { session: node });
  assert.equal(parts.length, 2);
  assert.equal(parts[0], node);
  assert.equal(parts[1], " is no longer in the programme");
});

test("a key without words is shown as it is", () => {
  assert.equal(page("en").inWords("no.such.key"), "no.such.key");
});

test("numbers have the form that the language gives them", () => {
  const said = (language, count) => page(language).counted("script.tally", count);
  assert.deepEqual([1, 2].map(count => said("en", count)), ["1 session", "2 sessions"]);
  assert.deepEqual([0, 1, 2].map(count => said("fr", count)),
    ["0 session", "1 session", "2 sessions"]);
  assert.deepEqual([1, 3, 5, 11, 21, 22].map(count => said("ru", count)),
    ["1 сессия", "3 сессии", "5 сессий", "11 сессий", "21 сессия", "22 сессии"]);
  assert.deepEqual([1, 2, 5, 11, 100].map(count => said("ar", count)),
    ["جلسة واحدة", "جلستان", "5 جلسات", "11 جلسة", "100 جلسة"]);
  assert.equal(said("zh", 46), "46场会议");
});

test("days are said in the language's form", () => {
  const said = language => page(language).momentText(opening, "Asia/Tokyo");
  assert.equal(said("en"), "Mon 9 Oct, 09:30");
  assert.equal(said("fr"), "lun. 9 oct., 09:30");
  assert.equal(said("es"), "lun 9 oct, 09:30");
  assert.equal(said("ru"), "пн 9 окт., 09:30");
  assert.equal(said("zh"), "10月9日 周一 09:30");
  assert.equal(said("ar"), "الاثنين 9 أكتوبر، 09:30");
  assert.equal(page("en").stayText({ start: opening, end: opening + 3600 }, "UTC"),
    "Mon 9 Oct, 00:30–01:30");
});

test("one thing follows another as the language lists things", () => {
  assert.equal(page("en").listed(["a", "b", "c"]), "a, b, c");
  assert.equal(page("zh").listed(["a", "b"]), "a、b");
  assert.equal(page("en").listed([]), "");
});
