// SPDX-License-Identifier: GPL-3.0-or-later

// Text as calendar files hold it: RFC 5545, sections 3.1 and 3.3.11.

/**
 * A value of type TEXT.
 *
 * @param {string} text
 */
const calendarText = text => text
  .replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n]/gu, " ")
  .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
  .replace(/\\/g, "\\\\").replace(/;/g, "\\;").replace(/,/g, "\\,").replace(/\n/g, "\\n");

/**
 * How many octets it has in UTF-8.
 *
 * @param {string} character
 */
const octets = character => {
  const code = character.codePointAt(0) || 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/**
 * A line with its end, in pieces of at most 75 octets; no character is torn.
 *
 * @param {string} line
 */
const folded = line => {
  let result = "";
  let used = 0;
  for (const character of line) {
    const size = octets(character);
    if (used + size > 75) {
      result += "\r\n ";
      used = 1;
    }
    result += character;
    used += size;
  }
  return result + "\r\n";
};

/**
 * "20231009T003000Z"
 *
 * @param {Instant} instant
 */
const stampText = instant =>
  new Date(instant * 1000).toISOString().replace(/[-:]/g, "").replace(/\.\d+/, "");

/**
 * What may stand in a file's name anywhere.
 *
 * @param {string} text
 */
const fileName = text => text.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 60) || "programme";
