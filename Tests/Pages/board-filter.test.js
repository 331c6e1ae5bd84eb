// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { drawnDraft, load } = require("./board-load.js");

test("shown, hidden, unplaced and held are every session once, whatever the filters", async () => {
  const { passes, sorted } = await load("filter");
  const seen = { shown: 0, hidden: 0, unplaced: 0, held: 0 };
  for (let seed = 1; seed <= 500; seed++) {
    const { sessions, places, held, filters, problems } = drawnDraft(seed);
    const groups = sorted(sessions, places, held,
      (session, place) => passes(session, place, filters, problems));
    const all = Object.values(groups).flat();
    assert.deepEqual([...all].sort(), sessions.map(({ id }) => id).sort(), "seed " + seed);
    for (const [name, ids] of Object.entries(groups)) seen[name] += ids.length;
  }
  for (const [name, number] of Object.entries(seen)) assert.ok(number > 100, name + ": " + number);
});

test("a session is shown only if every filter that is set is met", async () => {
  const { noFilters, passes } = await load("filter");
  const session = {
    id: "WS-1",
    title: "Égalité d’accès",
    kind: "WS",
    themes: ["ai"],
    activities: ["ws.1"],
    people: [{ id: "p1" }],
  };
  const place = { start: "2026-12-07T09:00", room: "hall" };
  const shows = (filters, problems = []) =>
    passes(session, place, { ...noFilters, ...filters }, new Set(problems));
  assert.ok(shows({}));
  assert.ok(shows({ room: "hall", kind: "WS", theme: "ai", person: "p1", activity: "ws.1" }));
  const others = [
    { room: "a" },
    { kind: "DC" },
    { theme: "rights" },
    { person: "p2" },
    { activity: "ws.2" },
    { problem: true },
    { words: "egalite nobody" },
  ];
  for (const filters of others) assert.ok(!shows(filters), JSON.stringify(filters));
  assert.ok(shows({ problem: true }, ["WS-1"]));
  assert.ok(shows({ words: "ACCES egalite ws-1" }));
});

test("a problem is a cost or a broken rule that nobody accepted", async () => {
  const { troubled } = await load("filter");
  const draft = {
    violations: [
      { sessions: ["broken"], accepted: null },
      { sessions: ["accepted"], accepted: "the chair agreed" },
    ],
    costs: [
      { cost: 3, causes: [{ sessions: ["dear"] }] },
      { cost: 0, causes: [{ sessions: ["free"] }] },
    ],
  };
  assert.deepEqual([...troubled(draft)].sort(), ["broken", "dear"]);
});

test("the sentence of the count adds up", async () => {
  const { tallyText } = await load("words");
  assert.equal(tallyText({ shown: 5, hidden: 2, unplaced: 1, held: 1, all: 9 }),
    "5 shown + 2 hidden by filters + 1 unplaced + 1 held = 9 sessions");
});
