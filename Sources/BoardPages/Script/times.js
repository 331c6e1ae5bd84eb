// SPDX-License-Identifier: GPL-3.0-or-later

// Times on the wall at the venue. No clock and no zone is asked: what is shown is what is in the draft.

/** @param {number} number */
const two = number => String(number).padStart(2, "0");

/** @param {WallTime} time */
export const dateOf = time => time.slice(0, 10);

/**
 * @param {string} clock `09:30`
 * @returns {Minute}
 */
export const minuteOfClock = clock => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** @param {WallTime} time */
export const minuteOf = time => minuteOfClock(time.slice(11));

/** @param {Minute} minute past midnight it is the next day's */
export const clockOf = minute => two(Math.floor(minute / 60) % 24) + ":" + two(minute % 60);

/**
 * @param {string} date
 * @param {Minute} minute
 */
export const timeAt = (date, minute) => date + "T" + clockOf(minute);

/** @param {string} date */
const noon = date => new Date(date + "T12:00:00Z");

const shortForm = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const longForm = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

/** @param {string} date */
export const shortDay = date => shortForm.format(noon(date));

/** @param {string} date */
export const longDay = date => longForm.format(noon(date));

/** @param {WallTime} time */
export const momentText = time => shortDay(dateOf(time)) + ", " + time.slice(11, 16);

/**
 * When an act was made, by this window's clock.
 *
 * @param {number} instant seconds since 1970
 */
export const instantText = instant => new Date(instant * 1000).toLocaleString("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
