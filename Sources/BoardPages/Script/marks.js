// SPDX-License-Identifier: GPL-3.0-or-later

// How each kind of session looks: a colour, and a sign for whoever does not see it. Pure.

const signs = ["●", "◆", "▲", "■", "★", "▼", "✚", "◐", "♦", "▶", "◉", "♣", "◀", "♠", "✦", "◼"];
const colours = 8;

/**
 * By kind, in the order of the list, so that a kind looks the same in every window.
 *
 * @param {Named[]} kinds
 * @returns {Map<string, Mark>}
 */
export const marksOf = kinds => new Map(kinds.map(({ id }, place) => [
  id,
  { colour: place % colours, sign: signs[place % signs.length] },
]));
