// SPDX-License-Identifier: GPL-3.0-or-later

"use strict";

const assert = require("assert");
const test = require("node:test");
const { load } = require("./board-load.js");

const question = from => ({ sort: "session", from, to: from + "-new", words: "?", yes: "y", no: "n" });

test("nothing is sent of what was left as it is, and answers are sent as the command takes them", async () => {
  const { emptyForm, optionsOf } = await load("publication");
  assert.deepEqual(optionsOf(emptyForm()), { renamed: [], not_renamed: [] });
  const form = { ...emptyForm(), status: "final", note: "  ", force: true, answers: { a: "b", c: "" } };
  assert.deepEqual(optionsOf(form), { status: "final", force: true, renamed: ["a=b"], not_renamed: ["c"] });
});

test("what was shown is what is said only until something else is said", async () => {
  const { emptyForm, isShown, optionsOf } = await load("publication");
  const form = emptyForm();
  const shown = JSON.stringify(optionsOf(form));
  assert.ok(isShown(form, shown));
  assert.ok(!isShown({ ...form, note: "n" }, shown));
  assert.ok(isShown({ ...form, note: " " }, shown));
});

test("each question has its own answer, no answer is none, and a reason is no blank", async () => {
  const { emptyForm, isAnswered } = await load("publication");
  const asks = { questions: [question("a"), question("b")], needs_reason: false };
  const form = emptyForm();
  assert.ok(!isAnswered({ ...form, answers: { a: "a-new" } }, asks));
  assert.ok(isAnswered({ ...form, answers: { a: "a-new", b: "" } }, asks));
  const rules = { questions: [], needs_reason: true };
  assert.ok(!isAnswered({ ...form, reason: " " }, rules));
  assert.ok(isAnswered({ ...form, reason: "the venue" }, rules));
});

test("what holds for a publication is named, and an address that is not known said as such", async () => {
  const { settingsOf } = await load("publication");
  const settings = { status: "final", cancelled: "standard", people: "private", address: "", language: "en" };
  const said = Object.fromEntries(settingsOf({ settings, folder: "Output/x" }));
  assert.equal(said.Status, "final");
  assert.equal(said.Folder, "Output/x");
  assert.match(said["Files found at"], /no calendar can be announced/);
  assert.deepEqual(settingsOf({ settings: null, folder: "" }), []);
});

test("the publication that is looked at is one's own, or else the last", async () => {
  const { lookedAt } = await load("publication");
  const list = [{ id: "p1" }, { id: "p2" }];
  assert.equal(lookedAt(list, "p1").id, "p1");
  assert.equal(lookedAt(list, "p9").id, "p2");
  assert.equal(lookedAt([], "p1"), null);
});
