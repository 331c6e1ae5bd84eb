// SPDX-License-Identifier: GPL-3.0-or-later

// Elements: finding and making them. Text only ever becomes text.

// The page as it came, before anything is added: what a copy of it is made of.
const asItCame = document.documentElement.outerHTML;

/**
 * An element that the page's HTML always has.
 *
 * @param {string} id
 */
const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * A part that its HTML always has.
 *
 * @param {ParentNode} node
 * @param {string} selector
 */
const within = (node, selector) => /** @type {HTMLElement} */ (node.querySelector(selector));

/**
 * @param {ParentNode} node
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
const allWithin = (node, selector) => [...node.querySelectorAll(selector)].map(
  part => /** @type {HTMLElement} */ (part));

/**
 * A copy with all that is in it.
 *
 * @param {Element} node
 */
const copied = node => /** @type {HTMLElement} */ (node.cloneNode(true));

/**
 * @param {HTMLElement} node
 * @param {Listeners} listeners
 */
const listen = (node, listeners) => {
  for (const [event, act] of Object.entries(listeners)) node.addEventListener(event, act);
};

/**
 * Attributes go through setAttribute; "on" holds listeners.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {...(Node | string | null | undefined)} children
 */
const make = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "string") node.setAttribute(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value) listen(node, value);
  }
  for (const child of children)
    if (typeof child === "string" || child) node.append(child);
  return node;
};

/**
 * Words for those who listen.
 *
 * @param {string} text
 */
const unseen = text => make("span", { class: "unseen" }, text);

/**
 * @param {string} look its classes
 * @param {() => void} act
 * @param {...(Node | string | null | undefined)} children
 */
const buttonOf = (look, act, ...children) =>
  make("button", { type: "button", class: look, on: { click: act } }, ...children);
