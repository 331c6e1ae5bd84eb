// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./board-load.js");

const at = (start, room = "a") => ({ start: "2026-12-07T" + start, room });
const places = { one: at("09:00"), two: at("10:45", "b"), three: at("15:00", "c"), none: null };

test("an act has its parts in one order, and a price is no part of a place", async () => {
  const { actOf, moveOf } = await load("acts");
  const move = moveOf(places, "one", { room: "b", start: "2026-12-07T13:30", cost: 3, breaks: [] });
  const body = actOf({ why: "asked", author: "Ada", base: 7, key: "k" }, "moves", { moves: [move] });
  assert.equal(JSON.stringify(body), '{"key":"k","base":7,"author":"Ada","why":"asked",'
    + '"kind":"moves","moves":[{"session":"one","from":{"start":"2026-12-07T09:00","room":"a"},'
    + '"to":{"start":"2026-12-07T13:30","room":"b"}}]}');
});

test("slots change places: what starts at one time goes to the other, and nothing else moves", async () => {
  const { slotsSwapped } = await load("several");
  const { moved } = await load("acts");
  const moves = slotsSwapped(places, "2026-12-07T09:00", "2026-12-07T10:45");
  const after = moved(places, moves);
  assert.deepEqual(after, { ...places, one: at("10:45"), two: at("09:00", "b") });
  const back = slotsSwapped(after, "2026-12-07T09:00", "2026-12-07T10:45");
  assert.deepEqual(moved(after, back), places);
  assert.deepEqual(slotsSwapped(places, "2026-12-07T09:00", "2026-12-07T09:00"), []);
});

test("the rest of a day goes later together; what would leave the day is told", async () => {
  const { restShifted, staysInDay } = await load("several");
  const moves = restShifted(places, "2026-12-07T10:45", 15);
  assert.deepEqual(moves.map(move => [move.session, move.to.start.slice(11)]), [
    ["three", "15:15"],
    ["two", "11:00"],
  ]);
  assert.ok(staysInDay(moves));
  assert.ok(!staysInDay(restShifted(places, "2026-12-07T10:45", 600)));
  assert.ok(!staysInDay(restShifted(places, "2026-12-07T09:00", -600)));
  assert.deepEqual(restShifted(places, "2026-12-08T00:00", 15), []);
});

test("a selection goes to another day at its own times", async () => {
  const { pickedShifted } = await load("several");
  const moves = pickedShifted(places, ["two", "one", "none"], { minutes: 30, date: "2026-12-08" });
  assert.deepEqual(moves.map(move => [move.session, move.to.start]), [
    ["one", "2026-12-08T09:30"],
    ["two", "2026-12-08T11:15"],
  ]);
  assert.deepEqual(pickedShifted(places, ["one"], { minutes: 0 }), []);
});

test("an edit on top of one's own stands on what was taken; on top of another's it is asked about", async () => {
  const { rebased } = await load("acts");
  const edit = { path: "", body: { base: 1, moves: [{ session: "one", from: at("09:00"), to: null }] } };
  assert.equal(rebased(edit, places, 5).body.base, 5);
  assert.equal(rebased(edit, { ...places, one: at("11:00") }, 5).body.base, 1);
});

test("after a conflict the edit starts from where the session is now, under the same key", async () => {
  const { again } = await load("acts");
  const edit = {
    since: 5,
    path: "/p",
    body: { key: "k", base: 1, moves: [{ session: "one", from: at("08:00"), to: at("16:00") }] },
    conflict: {},
  };
  assert.deepEqual(again(edit, places, 9), {
    since: 5,
    path: "/p",
    body: { key: "k", base: 9, moves: [{ session: "one", from: at("09:00"), to: at("16:00") }] },
  });
});

test("what publishes a draft names it as a shell reads it, and a closed one as it was kept", async () => {
  const { publishCommand } = await load("words");
  const head = { id: 1, name: "Ada's week; rm -rf $HOME", stage: "open", head: 0 };
  const { execFileSync } = require("child_process");
  const command = publishCommand(head);
  const said = execFileSync("sh", ["-c", command.replace(/^programme/, "printf '%s|'")]).toString();
  assert.equal(said, "publish|SCENARIO|--from-board|" + head.name + "|");
  const kept = [{ draft: 3, act: 1 }, { draft: 5, act: 2 }];
  assert.equal(publishCommand({ ...head, stage: "closed", kept }), "programme publish SCENARIO 5");
  assert.equal(publishCommand({ ...head, stage: "closed", kept: [] }), "");
});
