// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./board-load.js");

const place = (start, room, cost, breaks = 0) => ({
  start: "2026-12-07T" + start,
  room,
  cost,
  breaks: Array.from({ length: breaks }, () => ({ rule: "room-clash", sentence: "The room is taken" })),
});
const list = [
  place("09:00", "a", 3), place("09:00", "b", -2), place("09:00", "c", -9, 1),
  place("10:45", "a", 0), place("10:45", "b", 0), place("13:30", "a", -5, 2),
];
const rooms = ["a", "b", "c"];
const short = found => found && found.start.slice(11) + found.room;

test("what keeps the rules comes first, the cheapest first; then what breaks fewest", async () => {
  const { ranked } = await load("places");
  assert.deepEqual(ranked(list).map(short),
    ["09:00b", "10:45a", "10:45b", "09:00a", "09:00c", "13:30a"]);
});

test("places of one price at one time stand together", async () => {
  const { alike, ranked } = await load("places");
  assert.deepEqual(alike(ranked(list)).map(group => group.map(short).join()),
    ["09:00b", "10:45a,10:45b", "09:00a", "09:00c", "13:30a"]);
});

test("arrows go along the rooms at a time, and along the starts in a room", async () => {
  const { placeBeside } = await load("places");
  const step = (from, key) => short(placeBeside(list, rooms, from, key));
  assert.equal(step(list[0], "ArrowRight"), "09:00b");
  assert.equal(step(list[2], "ArrowLeft"), "09:00b");
  assert.equal(step(list[0], "ArrowLeft"), null);
  assert.equal(step(list[0], "ArrowDown"), "10:45a");
  assert.equal(step(list[5], "ArrowUp"), "10:45a");
  assert.equal(step(list[0], "x"), null);
  assert.equal(step({ start: "2026-12-07T10:00", room: "a" }, "ArrowDown"), "10:45a");
});

test("N and P go round the ranking and come to every place once", async () => {
  const { placeInTurn, ranked } = await load("places");
  const ranking = ranked(list);
  let at = null;
  const seen = ranking.map(() => {
    at = placeInTurn(ranking, at, 1);
    return short(at);
  });
  assert.deepEqual(seen, ranking.map(short));
  assert.equal(short(placeInTurn(ranking, at, 1)), short(ranking[0]));
  assert.equal(short(placeInTurn(ranking, null, -1)), short(ranking[5]));
  assert.equal(placeInTurn([], null, 1), null);
});

test("a price has its sign, and a broken rule is said in words", async () => {
  const { deltaText, placeLook, priceText } = await load("places");
  const { pricedText } = await load("words");
  assert.deepEqual([4, -3, 0].map(deltaText), ["+4", "−3", "±0"]);
  assert.equal(priceText(list[2]), "✗");
  assert.deepEqual(list.slice(0, 4).map(placeLook), ["dearer", "cheaper", "barred", "same"]);
  assert.equal(pricedText(list[2], () => "Room C"),
    "Room C, Mon 7 Dec, 09:00: breaks a rule: The room is taken. It costs 9 less.");
});

test("a swap is two sessions that exchange their places; one that ends elsewhere is a chain", async () => {
  const { isSwap } = await load("places");
  const { chainHead } = await load("words");
  const [a, b, c] = [place("09:00", "a"), place("10:45", "b"), place("13:30", "c")];
  const move = (session, from, to) => ({ session, from, to });
  const chain = (...moves) => ({ delta: 0, moves });
  const swap = chain(move("s", a, b), move("t", b, a));
  const chains = [
    chain(move("s", a, b), move("t", b, c)), chain(move("s", null, b), move("t", b, a)),
    chain(move("s", a, b), move("t", b, c), move("u", c, a)),
  ];
  assert.ok(isSwap(swap) && !chains.some(isSwap));
  assert.deepEqual([swap, ...chains].map(one => chainHead(one).split(",")[0]),
    ["Swap", "Chain of 2", "Chain of 2", "Chain of 3"]);
});
