// SPDX-License-Identifier: GPL-3.0-or-later

// Edits on their way: kept on the device until the board has answered, sent one after the other, and
// again with the same key when no answer came. What it needs of the world is given to it.

/**
 * @typedef {{ status: number, data: any }} Answer
 * @typedef {{
 *   load: () => string[],
 *   keep: (edit: Waiting) => void,
 *   forget: (edit: Waiting) => void,
 *   send: (path: string, body: string) => Promise<Answer>,
 *   wait: (milliseconds: number) => Promise<void>,
 *   changed: () => void,
 *   lost: () => void,
 *   rebased: (edit: Waiting, data: any) => Waiting,
 *   taken: (edit: Waiting, data: any) => void,
 *   asked: (edit: Waiting, data: any) => void,
 *   refused: (edit: Waiting, answer: Answer) => void,
 * }} World
 */

/** Statuses after which the same request may well be answered otherwise. */
const passing = [0, 401, 408, 425, 429, 500, 502, 503, 504];

/** @param {string} text as it was kept; anything that is no edit is none */
const read = text => {
  try {
    const edit = JSON.parse(text);
    return edit && edit.body && typeof edit.path === "string" ? [edit] : [];
  } catch (error) {
    return [];
  }
};

/**
 * @param {Waiting} one
 * @param {Waiting} other
 */
const isOne = (one, other) => one.body.key === other.body.key;

/** @param {World} world */
export const outboxOf = world => {
  /** @type {Waiting[]} */
  let edits = world.load().flatMap(read);
  let isSending = false;

  /**
   * Each edit is kept by itself, so that windows on one device do not write over each other's.
   *
   * @param {Waiting[]} now
   */
  const change = now => {
    for (const edit of edits)
      if (!now.some(other => isOne(edit, other))) world.forget(edit);
    for (const edit of now)
      if (!edits.includes(edit)) world.keep(edit);
    edits = now;
    world.changed();
  };

  /** @param {Waiting} edit */
  const without = edit => edits.filter(other => other !== edit);

  /**
   * @param {Waiting} edit
   * @param {Answer} answer
   */
  const settle = (edit, answer) => {
    const { status, data } = answer;
    if (status === 409 && data && data.conflict) {
      const asked = { ...edit, conflict: data.conflict };
      change(edits.map(other => other === edit ? asked : other));
      world.asked(asked, data);
    } else if (status >= 200 && status < 300) {
      change(without(edit).map(other => world.rebased(other, data)));
      world.taken(edit, data);
    } else {
      change(without(edit));
      world.refused(edit, answer);
    }
  };

  // One at a time: an edit may stand on the one before it. A conflict waits for a person, and the
  // rest waits behind it.
  const flush = async () => {
    if (isSending) return;
    isSending = true;
    let pause = 500;
    while (edits.length && !edits[0].conflict) {
      const edit = edits[0];
      const answer = await world.send(edit.path, JSON.stringify(edit.body));
      if (passing.includes(answer.status)) {
        world.lost();
        await world.wait(pause);
        pause = Math.min(pause * 2, 8000);
        continue;
      }
      pause = 500;
      if (edits[0] === edit) settle(edit, answer);
    }
    isSending = false;
  };

  return {
    list: () => edits,
    flush,
    /**
     * @param {Waiting} edit
     */
    add: edit => {
      change([...edits, edit]);
      return flush();
    },
    /**
     * After a conflict: the same edit once more, or not at all.
     *
     * @param {Waiting} edit
     * @param {Waiting | null} instead
     */
    answer: (edit, instead) => {
      change(edits.flatMap(other => other !== edit ? [other] : instead ? [instead] : []));
      return flush();
    },
  };
};
