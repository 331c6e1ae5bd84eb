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

// Written out here: browsers differ in their commas.
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"
];

/** @param {string} date */
export const longDay = date => {
  const noon = new Date(date + "T12:00:00Z");
  return weekdays[noon.getUTCDay()] + " " + noon.getUTCDate() + " " + months[noon.getUTCMonth()];
};

/** @type {Map<string, string>} */
const shortDays = new Map();

/** @param {string} date */
export const shortDay = date => {
  const known = shortDays.get(date);
  if (known) return known;
  const made = longDay(date).split(" ").map(word => word.slice(0, 3)).join(" ");
  shortDays.set(date, made);
  return made;
};

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
