// SPDX-License-Identifier: GPL-3.0-or-later

// Questions to the person at the screen. What they typed stays until they have answered.

import { buttonOf, make } from "./elements.js";

let number = 0;

/**
 * A dialog with its title, and how it is closed.
 *
 * @param {string} title
 * @param {{ isForced?: boolean }} how whether Escape leaves it open
 * @param {...Child} children
 */
export const dialogOf = (title, { isForced }, ...children) => {
  const id = "dialog-" + ++number;
  const dialog = make("dialog", { "aria-labelledby": id, class: "dialog" },
    make("h2", { id }, title), ...children);
  const active = document.activeElement;
  dialog.addEventListener("cancel", event => isForced && event.preventDefault());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (active instanceof HTMLElement && active.isConnected) active.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
};

/**
 * Asks for a line of text.
 *
 * @param {{
 *   title: string,
 *   label: string,
 *   note?: string,
 *   value?: string,
 *   ok: string,
 *   mayBeEmpty?: boolean,
 * }} question
 * @param {(text: string) => void} act
 * @param {{ isForced?: boolean }} [how]
 */
export const askText = ({ title, label, note, value, ok, mayBeEmpty }, act, how = {}) => {
  const input = make("input", {
    type: "text",
    value: value || "",
    maxlength: 500,
    required: !mayBeEmpty,
  });
  const form = make("form", { method: "dialog" },
    note ? make("p", {}, note) : null,
    make("label", { class: "field" }, label, input),
    make("div", { class: "actions" },
      make("button", { type: "submit", class: "button strong" }, ok),
      how.isForced ? null : buttonOf("button", () => dialog.close(), "Cancel")));
  form.addEventListener("submit", () => act(input.value.trim()));
  const dialog = dialogOf(title, how, form);
  input.focus();
};

/**
 * Asks for one of several answers; Escape is none of them.
 *
 * @param {string} title
 * @param {Child[]} about
 * @param {[words: string, act: () => void][]} answers the first is the one that does it
 */
export const askWhich = (title, about, answers) => {
  const dialog = dialogOf(title, { isForced: true }, ...about,
    make("div", { class: "actions" }, ...answers.map(([words, act], place) =>
      buttonOf(place ? "button" : "button strong", () => {
        dialog.close();
        act();
      }, words))));
};
