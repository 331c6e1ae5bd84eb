// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { drawnBy, load } = require("./board-load.js");

/** A world in which answers are what a list says, and everything that happens is noted. */
const worldOf = answers => {
  const world = {
    kept: new Map(),
    sent: [],
    told: [],
    load: () => [...world.kept.values()],
    keep: own => world.kept.set(own.body.key, JSON.stringify(own)),
    forget: own => world.kept.delete(own.body.key),
    send: async (path, body) => {
      world.sent.push(JSON.parse(body).key);
      return answers.length ? answers.shift() : { status: 200, data: {} };
    },
    wait: async () => {},
    changed: () => {},
    lost: () => world.told.push("lost"),
    rebased: edit => edit,
    taken: edit => world.told.push("taken " + edit.body.key),
    asked: edit => world.told.push("asked " + edit.body.key),
    refused: edit => world.told.push("refused " + edit.body.key),
  };
  return world;
};
const edit = key => ({ path: "/acts", body: { key } });
const conflict = { status: 409, data: { conflict: {} } };

test("an edit without an answer is sent again with the same key, and the next waits for it", async () => {
  const { outboxOf } = await load("outbox");
  const world = worldOf([{ status: 0 }, { status: 503 }, { status: 200, data: {} }]);
  const outbox = outboxOf(world);
  await Promise.all([outbox.add(edit("one")), outbox.add(edit("two"))]);
  assert.deepEqual(world.sent, ["one", "one", "one", "two"]);
  assert.deepEqual(world.told, ["lost", "lost", "taken one", "taken two"]);
  assert.equal(world.kept.size, 0);
});

test("a conflict keeps the edit until a person has answered, and all behind it", async () => {
  const { outboxOf } = await load("outbox");
  const world = worldOf([conflict]);
  const outbox = outboxOf(world);
  await outbox.add(edit("one"));
  await outbox.add(edit("two"));
  assert.deepEqual(world.told, ["asked one"]);
  assert.deepEqual([...world.kept.keys()], ["one", "two"]);
  await outbox.answer(outbox.list()[0], edit("one"));
  assert.deepEqual(world.told, ["asked one", "taken one", "taken two"]);
});

test("what is let go is not sent again", async () => {
  const { outboxOf } = await load("outbox");
  const world = worldOf([conflict]);
  const outbox = outboxOf(world);
  await outbox.add(edit("one"));
  await outbox.answer(outbox.list()[0], null);
  assert.deepEqual(world.sent, ["one"]);
  assert.equal(world.kept.size, 0);
});

test("a refusal is told and the edit is gone; a conflict without sides is a refusal", async () => {
  const { outboxOf } = await load("outbox");
  const world = worldOf([{ status: 403, data: {} }, { status: 409, data: {} }]);
  const outbox = outboxOf(world);
  await outbox.add(edit("one"));
  await outbox.add(edit("two"));
  assert.deepEqual(world.told, ["refused one", "refused two"]);
});

test("what an earlier visit kept is there again, and rubbish is nothing", async () => {
  const { outboxOf } = await load("outbox");
  const world = worldOf([]);
  const rubbish = ["", "{", "7", "null", JSON.stringify({ body: {} })];
  rubbish.forEach((text, number) => world.kept.set("rubbish " + number, text));
  world.kept.set("one", JSON.stringify(edit("one")));
  const outbox = outboxOf(world);
  assert.equal(outbox.list().length, 1);
  await outbox.flush();
  assert.deepEqual(world.told, ["taken one"]);
});

test("two windows on one device do not write over each other's edits", async () => {
  const { outboxOf } = await load("outbox");
  const shelf = new Map();
  const [one, other] = [worldOf([conflict]), worldOf([conflict])].map(world =>
    Object.assign(world, { kept: shelf }));
  await outboxOf(one).add(edit("one"));
  await outboxOf(Object.assign(other, { load: () => [] })).add(edit("two"));
  assert.deepEqual([...shelf.keys()], ["one", "two"]);
});

test("no edit is lost or done twice, however answers fail: each key is taken once, in order", async () => {
  const { outboxOf } = await load("outbox");
  for (let seed = 1; seed <= 100; seed++) {
    const draw = drawnBy(seed);
    const answers = Array.from({ length: 30 }, () =>
      draw.chance(0.5) ? { status: draw.of([0, 500, 502, 503, 429]) } : { status: 200, data: {} });
    const world = worldOf(answers);
    const outbox = outboxOf(world);
    const keys = Array.from({ length: 10 }, (_, number) => "k" + number);
    await Promise.all(keys.map(key => outbox.add(edit(key))));
    assert.deepEqual(world.told.filter(told => told !== "lost"), keys.map(key => "taken " + key));
  }
});
