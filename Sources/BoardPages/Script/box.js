// SPDX-License-Identifier: GPL-3.0-or-later

// What stands in the table's cells: sessions, and the priced places of the one that is lifted.

import { make, unheard, unseen } from "./elements.js";
import { placeKey, placeLook, priceText } from "./places.js";
import { markOf, nameOf, roomName } from "./store.js";
import { clockOf } from "./times.js";
import { pricedText } from "./words.js";

/** @typedef {{ sign: string, words: string, look: string }} Badge */

/**
 * Badges of a session, in the order in which they stand.
 *
 * @param {string} id
 * @param {{
 *   pins: Record<string, string>,
 *   problems: Set<string>,
 *   waiting: Set<string>,
 *   related: Related | null,
 * }} about
 * @returns {Badge[]}
 */
export const badgesOf = (id, { pins, problems, waiting, related }) => [
  related && related.links.includes(id) && { sign: "⇄", words: "linked", look: "kin kin-link" },
  related && related.activity.includes(id) && {
    sign: "≡",
    words: "same activity",
    look: "kin kin-activity",
  },
  related && related.people.includes(id) && {
    sign: "☻",
    words: "shares a person",
    look: "kin kin-person",
  },
  waiting.has(id) && { sign: "↻", words: "being saved", look: "waits" },
  id in pins && { sign: "⚓", words: "pinned: " + pins[id], look: "pinned" },
  problems.has(id) && { sign: "⚠", words: "breaks a rule", look: "broken" },
].filter(isBadge);

/**
 * @param {Badge | false | null | undefined | ""} badge
 * @returns {badge is Badge}
 */
const isBadge = badge => Boolean(badge);

/**
 * @param {SessionData} session
 * @param {{ start: Minute, end: Minute } | null} stay
 * @param {Badge[]} badges
 * @param {{ isLifted: boolean, isSelected: boolean, isPicked: boolean }} how
 */
export const sessionBox = (session, stay, badges, how) => {
  const mark = markOf(session.kind);
  const looks = ["session", "c" + mark.colour,
    ...badges.map(badge => "is-" + badge.look.replace(/ /g, " is-"))
  ];
  if (how.isLifted) looks.push("is-lifted");
  if (how.isSelected) looks.push("is-selected");
  if (how.isPicked) looks.push("is-picked");
  const time = stay ? clockOf(stay.start) + " to " + clockOf(stay.end) : "";
  return make("button", {
      type: "button",
      class: looks.join(" "),
      "data-session": session.id,
      "data-focus": "session " + session.id,
      "aria-pressed": String(how.isLifted),
      title: session.title + "\n" + nameOf("kind",
        session.kind) + " · " + session.id + (time ? " · " + time : ""),
      tabindex: -1,
    },
    make("span", { class: "text" },
      badges.length ? make("span", { class: "badges" }, ...badges.map(badge =>
        make("span", { class: "badge " + badge.look }, unheard(badge.sign),
          unseen(badge.words + ". ")))) : null,
      make("span", { class: "kind" }, unheard(mark.sign), session.kind), " ",
      make("span", { class: "title" }, session.title), " ",
      make("small", { class: "id" }, session.id)),
    time ? unseen(", " + time) : null);
};

/**
 * Hundreds are made for each lift, so it is one element each.
 *
 * @param {PricedPlace} place
 * @param {{ writing: Writing, isShort: boolean, isHere: boolean }} how isShort: lower than a line
 */
export const placeBox = (place, { writing, isShort, isHere }) => {
  const key = placeKey(place);
  const text = priceText(place);
  const node = document.createElement("button");
  node.type = "button";
  node.className = "place is-" + placeLook(place) + (isHere ? " is-here" : "")
    + (isShort ? " is-short is-" + writing : "");
  node.dataset.place = key;
  node.dataset.focus = "place " + key;
  node.setAttribute("aria-label",
    text + " " + pricedText(place, roomName) + (isHere ? " It is here now." : ""));
  node.tabIndex = -1;
  if (isShort) node.dataset.price = text;
  if (writing !== "none") node.textContent = isHere ? "•" : text;
  return node;
};
