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
  for (const offer of allWithin(document, ".told.clock-offer")) offer.remove();
  clockChoice.value = choice;
  setClock(choice);
  memory.set("clock", choice);
  say(inWords("script.clock.changed", { zone: zoneName(zone(), firstInstant) }));
};

/** @type {[ClockChoice, string][]} */
const clockWords = [
  ["venue", inWords("script.clock.venue", { zone: zoneName(data.zone, firstInstant) })],
  ["own", inWords("script.clock.own", { zone: zoneName(ownZone, firstInstant) })],
  ["utc", zoneName("UTC", firstInstant)],
];
for (const [value, words] of clockWords) clockChoice.append(make("option", { value }, words));

const addControls = () => {
  const form = make("form", { role: "search", "aria-label": inWords("script.search.sessions") },
    make("div", { class: "controls" },
      make("div", { class: "field grow" },
        make("label", { for: "search" }, inWords("script.search")), search),
      make("div", { class: "field clock" },
        make("label", { for: "clock" }, inWords("script.clock")), clockChoice),
      choices.length ? filterButton : null),
    panel, make("div", { class: "result" }, tally, clearButton));
  form.addEventListener("submit", event => {
    event.preventDefault();
    search.blur();
  });
  byId("controls").append(form);
};
