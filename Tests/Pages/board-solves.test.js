// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./board-load.js");

test("an answer that is there stays, though an older list or an older word arrives after it", async () => {
  const { listedSolves, toldSolves } = await load("solves");
  const running = { id: "s1", change: 1, state: "running", kind: "improve" };
  const done = { ...running, change: 3, state: "done" };
  assert.deepEqual(listedSolves([done], [running]), [done]);
  assert.deepEqual(toldSolves([done], { ...running, change: 2 }), [done]);
  assert.deepEqual(listedSolves([running], [done]), [done]);
  assert.deepEqual(toldSolves([running], done), [done]);
});

test("what is new is added, what is no longer listed goes, and others stay as they are", async () => {
  const { listedSolves, toldSolves } = await load("solves");
  const one = { id: "s1", change: 5, state: "done", kind: "improve" };
  const two = { id: "s2", change: 1, state: "running", kind: "replan" };
  assert.deepEqual(toldSolves([one], two), [one, two]);
  assert.deepEqual(listedSolves([one, two], [two]), [two]);
  assert.deepEqual(toldSolves([one, two], { ...two, change: 2, state: "failed" })[0], one);
});
