// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./board-load.js");

test("whoever asks gets the answer to the newest question, in whatever order answers arrive", async () => {
  const { newestOf } = await load("newest");
  for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0]
    ]) {
    const open = [];
    const ask = newestOf(what => new Promise(answer => open.push(() => answer(what))));
    const asked = ["old", "older", "newest"].map(what => ask(what));
    for (const place of order) open[place]();
    assert.deepEqual(await Promise.all(asked), ["newest", "newest", "newest"]);
  }
});

test("a question that is asked after an answer is a new one", async () => {
  const { newestOf } = await load("newest");
  const ask = newestOf(async what => what);
  assert.equal(await ask("one"), "one");
  assert.equal(await ask("two"), "two");
});
