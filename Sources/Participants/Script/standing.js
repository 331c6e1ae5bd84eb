// SPDX-License-Identifier: GPL-3.0-or-later

// Which day the reader stands on.

/**
 * The place of the day that is read, among days from top to bottom; -1 where there are none.
 *
 * The day that was asked for counts while any of it is on the screen: a last day may be too short
 * to ever come to the top. Else it is the last one whose head has come up to the line; at the
 * end of the page, the last.
 *
 * @param {{ top: number, bottom: number }[]} dayBoxes measured from the screen's top
 * @param {number} line where a day's head stops when it is led to
 * @param {number} height of the screen
 * @param {boolean} isAtEnd whether the page cannot move up any more
 * @param {number} asked the place of the day asked for; -1 for none
 */
const standingDay = (dayBoxes, line, height, isAtEnd, asked) => {
  if (asked >= 0 && asked < dayBoxes.length) {
    const { top, bottom } = dayBoxes[asked];
    if (top < height && bottom > line) return asked;
  }
  if (isAtEnd) return dayBoxes.length - 1;
  let standing = dayBoxes.length ? 0 : -1;
  dayBoxes.forEach(({ top }, place) => { if (top <= line) standing = place; });
  return standing;
};
