// SPDX-License-Identifier: GPL-3.0-or-later

// The search field, the choices to filter by, and the choice of a clock.

const search = make("input", {
  type: "search",
  id: "search",
  placeholder: "Title, person, theme …",
  autocomplete: "off",
  enterkeyhint: "search",
  on: {
    input: () => {
      state.words = plain(search.value).split(/\s+/).filter(Boolean);
      refresh();
    }
  },
});

const choices = [
  ["kinds", "Kind", data.kinds],
  ["themes", "Theme", data.themes],
  ["rooms", "Room", data.rooms.map(room => [room.id, room.name])],
  ["languages", "Language", data.languages],
].filter(([name, label, values]) => values.length > 1);

const countOf = (name, value) => sessions.filter(session =>
  name === "rooms" ? session.room === value : session[name].includes(value)).length;

const panel = make("div", { id: "filters", class: "filters", hidden: true });
const boxes = [];
for (const [name, label, values] of choices) {
  const set = make("fieldset", {}, make("legend", {}, label));
  for (const [value, words] of values) {
    const box = make("input", {
      type: "checkbox",
      on: {
        change: () => {
          if (box.checked) state.chosen[name].add(value);
          else state.chosen[name].delete(value);
          refresh();
        }
      }
    });
    boxes.push({ box, name, value });
    set.append(make("label", { class: "chip" }, box, make("bdi", {}, words),
      make("small", {}, unseen(", sessions: "), String(countOf(name, value)))));
  }
  panel.append(set);
}

const filterCount = make("span", { class: "count", hidden: true });
const filterButton = make("button", {
  type: "button",
  class: "plain",
  "aria-expanded": "false",
  "aria-controls": "filters",
  on: {
    click: () => {
      panel.hidden = !panel.hidden;
      filterButton.setAttribute("aria-expanded", String(!panel.hidden));
    }
  },
}, "Filter", filterCount);

const clearButton = make("button", {
  type: "button",
  class: "plain clear",
  hidden: true,
  on: {
    click: () => {
      clearFilters();
      search.focus();
    }
  },
}, "Show all");

const clockChoice = make("select", {
  id: "clock",
  on: {
    change: () => {
      setClock(clockChoice.value);
      memory.set("clock", clockChoice.value);
      say("Times are now in " + zoneName(zone(), firstInstant) + ".");
    }
  }
});
for (const [value, words] of [
    ["venue", "Venue"],
    ["own", "Mine"],
    ["utc", ""]
  ]) {
  const name = zoneName(zoneOf[value], firstInstant);
  clockChoice.append(make("option", { value }, words ? words + ": " + name : name));
}

refreshListeners.push(() => {
  const count = chosenCount();
  filterCount.textContent = count ? String(count) : "";
  filterCount.hidden = count === 0;
  clearButton.hidden = !isFiltered();
  if (state.words.length === 0 && search.value.trim() !== "") search.value = "";
  for (const { box, name, value } of boxes) box.checked = state.chosen[name].has(value);
});

const addControls = () => byId("controls").append(
  make("form", {
      role: "search",
      "aria-label": "Sessions",
      on: {
        submit: event => {
          event.preventDefault();
          search.blur();
        }
      }
    },
    make("div", { class: "controls" }, make("div", { class: "field grow" }, make("label", { for: "search" }, "Search"), search),
      make("div", { class: "field clock" }, make("label", { for: "clock" }, "Times"), clockChoice),
      choices.length ? filterButton : null),
    panel, make("div", { class: "result" }, tally, clearButton)));
