// SPDX-License-Identifier: GPL-3.0-or-later

// Several sessions at once: two slots swapped, the rest of a day shifted, chosen ones moved; one act each.

import { move, step } from "./deeds.js";
import { buttonOf, choiceOf, choicesOf, make } from "./elements.js";
import { linkTo } from "./find.js";
import { pickedShifted, restShifted, slotsSwapped, staysInDay } from "./several.js";
import { mayEdit, places, set, state } from "./store.js";
import { momentText, shortDay } from "./times.js";
import { say } from "./voice.js";
import { counted } from "./words.js";

// What is chosen stays while the panel is made anew.
const typed = { one: "", other: "", from: "", minutes: "15", date: "" };

const usedStarts = () => {
  const starts = new Set(Object.values(places()).flatMap(place => place ? [place.start] : []));
  return choicesOf([...starts].sort().map(id => ({ id, name: momentText(id) })), "–");
};

/**
 * @param {Move[]} moves
 * @param {string} what
 */
const moveAll = (moves, what) => {
  if (!moves.length) say("That moves nothing.", { isBad: true });
  else if (!staysInDay(moves)) say("That would leave the day: nothing was moved.", { isBad: true });
  else {
    say(what + ": " + counted(moves.length, "session") + ".", { undo: () => step("undo") });
    return move(moves);
  }
  return undefined;
};

/**
 * @param {"minutes"} name
 * @param {string} label
 */
const number = (name, label) => {
  const input = make("input", { type: "number", step: 5, value: typed[name], "data-focus": name });
  input.addEventListener("input", () => { typed[name] = input.value; });
  return make("label", { class: "choice" }, make("span", {}, label), input);
};

/**
 * @param {"one" | "other" | "from" | "date"} name
 * @param {string} label
 * @param {[string, string][]} choices
 */
const choice = (name, label, choices) =>
  choiceOf(label, choices, typed[name], value => { typed[name] = value; });

const minutes = () => Math.trunc(Number(typed.minutes)) || 0;

const swapForm = () => make("div", { class: "form" },
  choice("one", "What starts at", usedStarts()),
  choice("other", "goes to", usedStarts()),
  buttonOf("button", () =>
    moveAll(slotsSwapped(places(), typed.one, typed.other), "Swapped"), "Swap"));

const shiftForm = () => make("div", { class: "form" },
  choice("from", "From", usedStarts()),
  number("minutes", "by minutes (less than 0: earlier)"),
  buttonOf("button", () => moveAll(restShifted(places(), typed.from, minutes()), "Shifted"),
    "Shift"));

/** @param {string[]} picked */
const pickedForm = picked => {
  const days = state.board.scenario.days.map(({ date }) => ({ id: date, name: shortDay(date) }));
  const by = () => ({ minutes: minutes(), date: typed.date || undefined });
  return make("div", { class: "form" },
    make("ul", { class: "plain-list" }, ...picked.map(id => make("li", {}, linkTo(id)))),
    choice("date", "Into", choicesOf(days, "the same day")),
    buttonOf("button", () => moveAll(pickedShifted(places(), picked, by()), "Moved"), "Move"),
    buttonOf("button", () => set({ picked: new Set() }), "Choose none"));
};

export const severalPanel = {
  name: "Several",
  needs: () => [state.draft, state.waiting, state.picked],
  count: () => state.picked.size,
  show: () => {
    if (!mayEdit()) return [make("p", { class: "soft" }, "Who looks moves nothing.")];
    return [
      make("h2", {}, "Swap two slots"), swapForm(),
      make("h2", {}, "Shift the rest of a day"), shiftForm(),
      make("h2", {}, "Move a selection"),
      state.picked.size
      ? pickedForm([...state.picked])
      : make("p", { class: "soft" }, "Ctrl and a click, or Shift and a click, choose sessions."),
    ];
  },
};
