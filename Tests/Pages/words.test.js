// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./load.js");

const { plain, wordsOf, wordLine, hasWord } = load(
  ["words"], ["plain", "wordsOf", "wordLine", "hasWord"]);

const finds = (text, query) => wordsOf(query).every(word => hasWord(wordLine(text), word));

test("letters are found by what people type who do not have them", () => {
  const pairs = [
    ["Wałęsa", "walesa"],
    ["Bjørn Sørensen", "bjorn sorensen"],
    ["Đorđević", "dordevic"],
    ["Straße", "strasse"],
    ["Æsop, Œuvre", "aesop oeuvre"],
    ["Þór", "thor"],
    ["Guðrún", "gudrun"],
    ["Işık", "isik"],
    ["İstanbul", "istanbul"],
    ["Ħal", "hal"],
    ["Français", "FRANCAIS"],
    ["O’Brien", "obrien"],
    ["O'Brien", "o’brien"],
    ["Hawaiʻi", "hawaii"],
    ["ﬁbre", "fibre"],
    ["مُحَمَّد", "محمد"],
    ["أحمد", "احمد"],
    ["שָׁלוֹם", "שלום"],
    ["Ὀδυσσεύς", "οδυσσευσ"],
  ];
  for (const [text, query] of pairs) assert.ok(finds(text, query), text + " by " + query);
});

test("words are matched from their beginnings, in any order", () => {
  assert.ok(finds("Internet governance in practice", "gov intern"));
  assert.ok(!finds("Internet governance", "ernet"));
  assert.ok(finds("e-commerce", "commerce"));
  assert.ok(finds("WS #25 (cyber)", "#25 cyb"));
});

test("one letter or figure is a whole word", () => {
  assert.ok(finds("WS 10 – Room I", "room i"));
  assert.ok(!finds("WS 11 – Room K, on internet issues", "room i"));
  assert.ok(!finds("Day 21", "day 2"));
});

test("where a script sets no blanks, words stand anywhere", () => {
  assert.ok(finds("互联网治理论坛", "治理"));
  assert.ok(finds("日本語の会議", "会"));
  assert.ok(!finds("日本語の会議", "国"));
  assert.ok(!finds("かぎ", "が"));
});

test("nothing but signs looks for nothing", () => {
  assert.equal(wordsOf(" – ’ ").length, 0);
  assert.equal(plain(""), "");
});
