// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * The same question, asked as often as there is news: an answer to an older one can arrive after
 * that to a newer one, and would show what is over. Whoever asked gets the answer to the newest.
 *
 * @template {unknown[]} What
 * @template Answer
 * @param {(...what: What) => Promise<Answer>} ask
 * @returns {(...what: What) => Promise<Answer>}
 */
export const newestOf = ask => {
  /** @type {Promise<Answer> | undefined} */
  let last;
  return async (...what) => {
    let seen = ask(...what);
    last = seen;
    let answer = await seen;
    while (last !== seen) {
      seen = last;
      answer = await seen;
    }
    return answer;
  };
};
