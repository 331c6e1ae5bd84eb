// SPDX-License-Identifier: GPL-3.0-or-later

// Pure parts of the page's script, as the page has them: one after the other in one scope.

"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");

const folder = path.join(__dirname, "../../Sources/Participants/Script");

/**
 * The words of a language's table, as the page's data bring them.
 *
 * @param {string} language
 */
const wordsIn = language => {
  const file = path.join(__dirname, "../../Sources/Languages/Words", language + ".csv");
  /** @type {Record<string, any>} */
  const words = {};
  for (const line of fs.readFileSync(file, "utf8").trim().split("\n").slice(1)) {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
      cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell);
    const [key, count, text] = cells;
    if (count) words[key] = Object.assign(words[key] || {}, {
      [count]: text
    });
    else words[key] = text;
  }
  return words;
};

/**
 * What the parts declare, by name.
 *
 * @param {string[]} parts such as "times", in the order of their needs
 * @param {string[]} names
 * @param {string} [language] what the page is written in
 */
const load = (parts, names, language = "en") => {
  const context = vm.createContext({ data: { language, words: wordsIn(language) } });
  for (const part of parts) {
    const file = path.join(folder, part + ".js");
    vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
  }
  return vm.runInContext("({ " + names.join(", ") + " })", context);
};

module.exports = { load };
