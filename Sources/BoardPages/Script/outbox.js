// SPDX-License-Identifier: GPL-3.0-or-later

// Edits on their way: kept on the device until the board has answered, sent one after the other, and
// again with the same key when no answer came. What it needs of the world is given to it.

/**
 * @typedef {{ status: number, data: any }} Answer
 * @typedef {{
 *   load: () => string | null,
 *   save: (text: string) => void,
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
const passing = [0, 408, 425, 429, 500, 502, 503, 504];

/** @param {string | null} text as it was kept; anything that is not a list of edits is none */
const read = text => {
  try {
    const list = JSON.parse(text || "[]");
    return Array.isArray(list)
      ? list.filter(edit => edit && edit.body && typeof edit.path === "string")
      : [];
  } catch (error) {
    return [];
  }
};

/** @param {World} world */
export const outboxOf = world => {
  /** @type {Waiting[]} */
  let edits = read(world.load());
  let isSending = false;

  const keep = () => {
    world.save(JSON.stringify(edits));
    world.changed();
  };

  /** @param {Waiting} edit */
  const drop = edit => {
    edits = edits.filter(other => other !== edit);
    keep();
  };

  /**
   * @param {Waiting} edit
   * @param {Answer} answer
   */
  const settle = (edit, answer) => {
    if (answer.status === 409 && answer.data && answer.data.conflict) {
      edit.conflict = answer.data.conflict;
      keep();
      world.asked(edit, answer.data);
    } else if (answer.status >= 200 && answer.status < 300) {
      edits = edits.filter(other => other !== edit).map(other => world.rebased(other, answer.data));
      keep();
      world.taken(edit, answer.data);
    } else {
      drop(edit);
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
      edits = [...edits, edit];
      keep();
      return flush();
    },
    /**
     * After a conflict: the same edit once more, or not at all.
     *
     * @param {Waiting} edit
     * @param {Waiting | null} instead
     */
    answer: (edit, instead) => {
      edits = edits.flatMap(other => other !== edit ? [other] : instead ? [instead] : []);
      keep();
      return flush();
    },
  };
};
