// SPDX-License-Identifier: GPL-3.0-or-later

// Pure parts of the page's script, as the page has them: one after the other in one scope.

"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");

const folder = path.join(__dirname, "../../Sources/Participants/Script");

/**
 * What the parts declare, by name.
 *
 * @param {string[]} parts such as "times", in the order of their needs
 * @param {string[]} names
 */
const load = (parts, names) => {
  const context = vm.createContext({});
  for (const part of parts) {
    const file = path.join(folder, part + ".js");
    vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
  }
  return vm.runInContext("({ " + names.join(", ") + " })", context);
};

module.exports = { load };
