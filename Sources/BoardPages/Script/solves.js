// SPDX-License-Identifier: GPL-3.0-or-later

// What is known of questions to the solver. It comes in two ways, asked for and told, and the answer to
// what was asked for first can arrive last: of each question the later word counts, by its `change`.

/**
 * @param {Solve | undefined} known
 * @param {Solve} said
 */
const later = (known, said) =>
  known && (known.change || 0) > (said.change || 0) ? known : { ...known, ...said };

/**
 * What the board lists, but for what is known to have gone on since.
 *
 * @param {Solve[]} known
 * @param {Solve[]} listed
 */
export const listedSolves = (known, listed) =>
  listed.map(solve => later(known.find(other => other.id === solve.id), solve));

/**
 * What the board says of one question, in the place of what it said before.
 *
 * @param {Solve[]} known
 * @param {Solve} told
 */
export const toldSolves = (known, told) => known.some(other => other.id === told.id)
  ? known.map(other => other.id === told.id ? later(other, told) : other)
  : [...known, told];
