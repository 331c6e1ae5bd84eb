// SPDX-License-Identifier: GPL-3.0-or-later

// Elements: finding and making them. Text only ever becomes text.

/**
 * Attributes go through setAttribute; "on" holds listeners.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {...Child} children
 */
export const make = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "string" || typeof value === "number") {
      node.setAttribute(name, String(value));
    } else if (value === true) {
      node.setAttribute(name, "");
    } else if (value) {
      for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    }
  }
  node.append(...children.filter(isThere));
  return node;
};

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
const isThere = child => child !== null && child !== undefined && child !== false;

/** Whether the panel lies over the timetable, as narrow.css has it. */
export const isNarrow = () => matchMedia("(max-width: 60rem)").matches;

/**
 * Words for those who listen.
 *
 * @param {string} text
 */
export const unseen = text => make("span", { class: "unseen" }, text);

/**
 * A sign for those who see.
 *
 * @param {string} sign
 */
export const unheard = sign => make("span", { class: "sign", "aria-hidden": "true" }, sign);

/**
 * @param {string} look its classes
 * @param {(event: any) => void} act
 * @param {...Child} children
 */
export const buttonOf = (look, act, ...children) =>
  make("button", { type: "button", class: look, on: { click: act } }, ...children);

/**
 * Things to choose from, by their names, and none of them.
 *
 * @param {Named[]} things
 * @param {string} none
 * @returns {[value: string, words: string][]}
 */
export const choicesOf = (things, none) => [
  ["", none], ...things.map(({ id, name }) => pairOf(id, name))
];

/**
 * @param {string} value
 * @param {string} words
 * @returns {[string, string]}
 */
export const pairOf = (value, words) => [value, words];

let number = 0;

/**
 * A choice of one, the first of which is none.
 *
 * @param {string} label
 * @param {[value: string, words: string][]} choices
 * @param {string} chosen
 * @param {(value: string) => void} act
 */
export const choiceOf = (label, choices, chosen, act) => {
  const id = "choice-" + ++number;
  const select = make("select", { id },
    ...choices.map(([value, words]) => make("option", { value }, words)));
  select.addEventListener("change", () => act(select.value));
  select.value = chosen;
  return make("span", { class: "choice" }, make("label", { for: id }, label), select);
};

/**
 * Fills a node anew; the focus stays where it was.
 *
 * @param {Element} node
 * @param {...Child} children
 */
export const refill = (node, ...children) =>
  keepingFocus(node, () => node.replaceChildren(...children.filter(isThere)));

/**
 * @param {Element | null} node
 * @returns {node is HTMLInputElement | HTMLTextAreaElement}
 */
const isField = node => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement;

/**
 * What somebody is typing in a field, and where.
 *
 * @param {Element | null} field
 */
const typingIn = field => isField(field)
  ? { cursor: field.selectionStart, typed: field.value === field.defaultValue ? null : field.value }
  : { cursor: null, typed: null };

/**
 * Goes on with it in another field. That one tells of a change when it is left, as the first would
 * have.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {{ cursor: number | null, typed: string | null }} typing
 */
const goOnIn = (field, { cursor, typed }) => {
  if (typed !== null && field.value !== typed) {
    field.value = typed;
    const tell = () => field.dispatchEvent(new Event("change", { bubbles: true }));
    field.addEventListener("blur", tell, { once: true });
  }
  if (cursor !== null) field.setSelectionRange(cursor, cursor);
};

/**
 * Changes what is in a node; what had the focus has it again, by its `data-focus`, the cursor where
 * it was, and in it what somebody is typing: a field tells of a change only when it is left, and
 * an answer that comes before must not take the words away.
 *
 * @param {Element} node
 * @param {() => void} change
 */
export const keepingFocus = (node, change) => {
  const active = document.activeElement;
  const kept = active instanceof HTMLElement && node.contains(active) ? active.dataset.focus : "";
  const typing = typingIn(active);
  change();
  if (!kept || document.activeElement === active) return;
  focusOn(node, kept);
  const now = document.activeElement;
  if (isField(now)) goOnIn(now, typing);
};

/**
 * @param {Element} node
 * @param {string} name as in `data-focus`
 */
export const focusOn = (node, name) => {
  const found = node.querySelector(`[data-focus="${CSS.escape(name)}"]`);
  if (found instanceof HTMLElement) found.focus({ preventScroll: true });
  return Boolean(found);
};

/**
 * The same act, but only when something that it needs is another thing than the last time.
 *
 * @param {() => void} act
 * @param {() => unknown[]} needs
 */
export const onlyIfNew = (act, needs) => {
  /** @type {unknown[]} */
  let last = [];
  return () => {
    const now = needs();
    if (now.length === last.length && now.every((value, place) => value === last[place])) return;
    last = now;
    act();
  };
};
