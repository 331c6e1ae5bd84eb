// SPDX-License-Identifier: GPL-3.0-or-later

// Instants in words, on the clock of any place.

const formatters = new Map();

/**
 * The date and time that clocks show there.
 *
 * @param {ZoneName} zone
 * @param {Instant} instant
 * @returns {Record<"weekday" | "year" | "month" | "day" | "hour" | "minute", string>}
 */
const partsOf = (zone, instant) => {
  if (!formatters.has(zone)) {
    formatters.set(zone, new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      weekday: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    }));
  }
  const parts = { weekday: "", year: "", month: "", day: "", hour: "", minute: "" };
  for (const part of formatters.get(zone).formatToParts(instant * 1000)) {
    Object.assign(parts, {
      [part.type]: part.value
    });
  }
  return parts;
};

// As the formatters name them.
const weekdays = "Mon Tue Wed Thu Fri Sat Sun".split(" ");

/** @param {number | string} number */
const two = number => String(number).padStart(2, "0");

/**
 * "09:30"
 *
 * @param {Instant} instant
 * @param {ZoneName} zone
 */
const clockText = (instant, zone) => {
  const parts = partsOf(zone, instant);
  return parts.hour + ":" + parts.minute;
};

/**
 * "Mon"
 *
 * @param {Instant} instant
 * @param {ZoneName} zone
 */
const weekdayText = (instant, zone) =>
  inWords("date.weekday-short." + (weekdays.indexOf(partsOf(zone, instant).weekday) + 1));

/**
 * "Mon 9 Oct"
 *
 * @param {Instant} instant
 * @param {ZoneName} zone
 */
const dateText = (instant, zone) => {
  const parts = partsOf(zone, instant);
  return inWords("date.short", {
    weekday: weekdayText(instant, zone),
    day: String(Number(parts.day)),
    month: inWords("date.month-short." + Number(parts.month)),
  });
};

/**
 * "Mon 9 Oct, 09:30"
 *
 * @param {Instant} instant
 * @param {ZoneName} zone
 */
const momentText = (instant, zone) =>
  inWords("date.moment", { day: dateText(instant, zone), time: clockText(instant, zone) });

/**
 * "Mon 9 Oct, 09:30–10:30"
 *
 * @param {{ start: Instant, end: Instant }} stay
 * @param {ZoneName} zone
 */
const stayText = ({ start, end }, zone) => momentText(start, zone) + "–" + clockText(end, zone);

/**
 * "2023-10-09"
 *
 * @param {Instant} instant
 * @param {ZoneName} zone
 */
const isoDate = (instant, zone) => {
  const parts = partsOf(zone, instant);
  return parts.year + "-" + two(parts.month) + "-" + two(parts.day);
};

/**
 * Minutes that clocks there are ahead of UTC at that instant.
 *
 * @param {ZoneName} zone
 * @param {Instant} instant
 */
const minutesEast = (zone, instant) => {
  const { year, month, day, hour, minute } = partsOf(zone, instant);
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  return wall / 60000 - Math.floor(instant / 60);
};

// Browsers keep to names that the places have given up.
const renamed = new Map([
  ["Calcutta", "Kolkata"],
  ["Katmandu", "Kathmandu"],
  ["Rangoon", "Yangon"],
  ["Saigon", "Ho Chi Minh City"],
  ["Kiev", "Kyiv"],
  ["Faeroe", "Faroe"],
]);

/**
 * "New York (UTC−4)", as the zone stood at that instant.
 *
 * @param {ZoneName} zone
 * @param {Instant} instant
 */
const zoneName = (zone, instant) => {
  if (zone === "UTC") return "UTC";
  const east = minutesEast(zone, instant);
  const minutes = Math.abs(east) % 60;
  const offset = east === 0
    ? "UTC"
    : "UTC" + (east < 0 ? "−" : "+") + Math.floor(Math.abs(east) / 60)
    + (minutes ? ":" + two(minutes) : "");
  const place = zone.slice(zone.lastIndexOf("/") + 1).replace(/_/g, " ");
  return (renamed.get(place) || place) + " (" + offset + ")";
};
