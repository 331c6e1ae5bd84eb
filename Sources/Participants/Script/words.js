// SPDX-License-Identifier: GPL-3.0-or-later

// Words as people type them.

/**
 * Without marks above and below, in small letters.
 *
 * @param {string} text
 */
const plain = text => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

/**
 * What is looked for: every one of these.
 *
 * @param {string} text
 */
const wordsOf = text => plain(text).split(/\s+/).filter(Boolean);
