// SPDX-License-Identifier: GPL-3.0-or-later

// What is said aloud, and shown for a while.

import { buttonOf, make } from "./elements.js";

const words = make("span", { class: "voice-words", role: "status", "aria-live": "polite" });
const action = make("span", {});
export const voice = make("div", { class: "voice" }, words, action);

/** @type {number | undefined} */
let silence;

/**
 * @param {string} sentence
 * @param {{ undo?: () => void, isBad?: boolean, isQuiet?: boolean }} how whether it is only said
 */
export const say = (sentence, { undo, isBad, isQuiet } = {}) => {
  // The same sentence once more is said once more: a reader only notices a change.
  words.textContent = words.textContent === sentence ? sentence + "\u00a0" : sentence;
  action.replaceChildren(...undo ? [buttonOf("plain", undo, "Undo")] : []);
  voice.classList.toggle("is-bad", Boolean(isBad));
  voice.classList.toggle("is-shown", !isQuiet);
  clearTimeout(silence);
  silence = setTimeout(() => voice.classList.remove("is-shown"), undo || isBad ? 12000 : 6000);
};
