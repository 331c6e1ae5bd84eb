// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions that are in no room: those that wait for a place, and those held back.

import { badgesOf, sessionBox } from "./box.js";
import { waitingFor } from "./acts.js";
import { make } from "./elements.js";
import { lift, putBack } from "./lift.js";
import { groups, ownEdits, sessionOf, state } from "./store.js";

/** @param {string} id */
const box = id => {
  const session = sessionOf(id);
  if (!session) return null;
  const badges = badgesOf(id, {
    pins: state.draft.pins,
    problems: new Set(),
    waiting: waitingFor(ownEdits()),
    related: null,
  });
  const node = sessionBox(session, null, badges, {
    isLifted: state.lifted === id,
    isSelected: state.selected === id,
    isPicked: false,
  });
  node.tabIndex = 0;
  node.addEventListener("click", () => state.lifted === id ? putBack() : lift(id));
  return make("li", { class: "tray" }, node,
    session.held_reason ? make("p", { class: "soft" }, session.held_reason) : null);
};

export const unplacedPanel = {
  name: "Unplaced",
  needs: () => [state.draft, state.waiting, state.lifted, state.filters],
  count: () => groups().unplaced.length,
  show: () => {
    const { unplaced, held } = groups();
    return [
      make("h2", {}, "Unplaced"),
      unplaced.length
      ? make("ul", { class: "plain-list" }, ...unplaced.map(box))
      : make("p", { class: "good" }, "Every session has a place."),
      state.lifted
      ? make("p", { class: "drop-out", "data-take-out": true },
        "Drag here to take a session out.")
      : null,
      held.length ? make("h2", {}, "Held back") : null,
      make("ul", { class: "plain-list" }, ...held.map(box)),
    ];
  },
};
