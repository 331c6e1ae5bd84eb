// SPDX-License-Identifier: GPL-3.0-or-later

// The choice of a clock, and the controls above the programme.

/** @type {HTMLSelectElement} */
const clockChoice = make("select", {
  id: "clock",
  on: {
    change: () => {
      if (isClock(clockChoice.value)) chooseClock(clockChoice.value);
    }
  }
});

/** @param {ClockChoice} choice */
const chooseClock = choice => {
  for (const offer of allWithin(document, ".told[aria-label='Your time']")) offer.remove();
  clockChoice.value = choice;
  setClock(choice);
  memory.set("clock", choice);
  say("Times are now in " + zoneName(zone(), firstInstant) + ".");
};

/** @type {[ClockChoice, string][]} */
const clockWords = [
  ["venue", "Venue: "],
  ["own", "Mine: "],
  ["utc", ""]
];
for (const [value, words] of clockWords) {
  clockChoice.append(make("option", { value }, words + zoneName(zoneOf[value], firstInstant)));
}

const addControls = () => {
  const form = make("form", { role: "search", "aria-label": "Sessions" },
    make("div", { class: "controls" },
      make("div", { class: "field grow" }, make("label", { for: "search" }, "Search"), search),
      make("div", { class: "field clock" }, make("label", { for: "clock" }, "Times"), clockChoice),
      choices.length ? filterButton : null),
    panel, make("div", { class: "result" }, tally, clearButton));
  form.addEventListener("submit", event => {
    event.preventDefault();
    search.blur();
  });
  byId("controls").append(form);
};
