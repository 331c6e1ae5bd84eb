// SPDX-License-Identifier: GPL-3.0-or-later

// The page's words, which its data bring in the language that it is written in.

const plurals = new Intl.PluralRules(data.language);

/**
 * What a key says, in the form that goes with a number; the key where it has no words.
 *
 * @param {string} key
 * @param {number} [count]
 */
const wordsFor = (key, count) => {
  const found = data.words[key] || key;
  if (typeof found === "string") return found;
  return found[plurals.select(count || 0)] || found.other || found.many || key;
};

/**
 * Words with their gaps filled, be it by elements: the children of an element.
 *
 * @template {Node | string} Value
 * @param {string} key
 * @param {Record<string, Value>} values
 * @param {number} [count]
 */
const phrase = (key, values, count) => wordsFor(key, count).split(/\{([a-z-]+)\}/)
  .map((part, place) => place % 2 ? values[part] : part).filter(part => part !== "");

/**
 * Words with their gaps filled.
 *
 * @param {string} key
 * @param {Record<string, string>} [values]
 */
const inWords = (key, values) => phrase(key, values || {}).join("");

/**
 * Words with a number, which fills the gap of this name.
 *
 * @param {string} key
 * @param {number} count
 * @param {Record<string, string>} [values]
 */
const counted = (key, count, values) =>
  phrase(key, Object.assign({ count: String(count) }, values), count).join("");

/**
 * One thing after another.
 *
 * @param {string[]} parts
 */
const listed = parts => parts.length
  ? parts.reduce((before, after) => inWords("list.next", { before, after })) : "";
