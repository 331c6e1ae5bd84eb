// SPDX-License-Identifier: GPL-3.0-or-later

// The choices to filter by.

/** @type {{ name: Choice, label: string, values: Pair[] }[]} */
const everyChoice = [
  { name: "kinds", label: inWords("script.filter.kind"), values: data.kinds },
  { name: "themes", label: inWords("script.filter.theme"), values: data.themes }, {
    name: "rooms",
    label: inWords("script.filter.room"),
    values: data.rooms.map(room => [room.id, room.name]),
  },
  { name: "languages", label: inWords("script.filter.language"), values: data.languages },
];

// One value alone leaves nothing to choose.
const choices = everyChoice.filter(({ values }) => values.length > 1);

/**
 * @param {Choice} name
 * @param {string} value
 */
const countOf = (name, value) => sessions.filter(session =>
  name === "rooms" ? session.room === value : session[name].includes(value)).length;

const panel = make("div", { id: "filters", class: "filters", hidden: true });

/** @type {{ box: HTMLInputElement, name: Choice, value: string }[]} */
const boxes = [];

/**
 * A box to tick, with its words and how many sessions it brings.
 *
 * @param {Choice} name
 * @param {Pair} pair
 */
const chipOf = (name, [value, words]) => {
  /** @type {HTMLInputElement} */
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
  return make("label", { class: "chip" }, box, make("bdi", {}, words),
    make("small", {}, unseen(inWords("script.filter.sessions") + " "),
      String(countOf(name, value))));
};

for (const { name, label, values } of choices) {
  panel.append(make("fieldset", {}, make("legend", {}, label),
    ...values.map(pair => chipOf(name, pair))));
}

const showChosen = () => {
  for (const { box, name, value } of boxes) box.checked = state.chosen[name].has(value);
};
