// SPDX-License-Identifier: GPL-3.0-or-later

// What is said aloud.

const voice = make("p", { role: "status", class: "voice" });

/** @type {number | undefined} */
let silence;

/**
 * Says a sentence to screen readers and shows it for a while; an action may be taken back.
 *
 * @param {string} sentence
 * @param {() => void} [undo]
 */
const say = (sentence, undo) => {
  voice.replaceChildren(sentence);
  if (undo) {
    const takeBack = () => {
      undo();
      say(inWords("script.undone"));
    };
    voice.append(" ", make("button", { type: "button", on: { click: takeBack } },
      inWords("script.undo")));
  }
  voice.classList.add("is-shown");
  clearTimeout(silence);
  silence = setTimeout(() => voice.classList.remove("is-shown"), undo ? 12000 : 5000);
};
