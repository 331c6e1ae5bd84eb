// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions as an iCalendar file (RFC 5545) made on the device, with the UIDs of the official
// calendar: in a calendar that has both, each session stands once.

/**
 * @param {HTMLElement} card
 * @param {string} selector
 */
const wordsIn = (card, selector) => {
  const node = card.querySelector(selector);
  return node ? (node.textContent || "").trim() : "";
};

const kindNames = new Map(data.kinds);

/** @param {HTMLElement} term */
const described = term => term.nextElementSibling ? term.nextElementSibling.textContent : "";

/** @param {Session} session */
const placeOf = session => {
  const room = roomById.get(session.room);
  return room ? [room.name, room.place].filter(Boolean).join(", ") : "";
};

/**
 * Kinds by their names, as the official calendars have them.
 *
 * @param {Session} session
 */
const categoriesOf = session => session.kinds.map(kind => kindNames.get(kind) || kind)
  .concat(session.themes);

const whereWord = inWords("script.session.where");
const onlineWord = inWords("script.session.online");

/** @param {Session} session */
const eventLines = session => {
  const card = session.card;
  const description = [
    wordsIn(card, ".description"),
    ...allWithin(card, "dl dt").filter(term => term.textContent !== whereWord)
    .map(term => term.textContent + ": " + described(term)),
    session.conference ? onlineWord + ": " + session.conference : "", session.url,
  ].filter(Boolean).join("\n");
  const status = session.isCancelled ? "CANCELLED" : data.isFinal ? "CONFIRMED" : "TENTATIVE";
  const lines = [
    "BEGIN:VEVENT", "UID:" + calendarText(session.uid), "DTSTAMP:" + stampText(data.stamp),
    "SEQUENCE:" + session.sequence, "DTSTART:" + stampText(session.start),
    "DTEND:" + stampText(session.end), "SUMMARY:" + calendarText(session.title),
    "STATUS:" + status,
  ];
  if (placeOf(session)) lines.push("LOCATION:" + calendarText(placeOf(session)));
  if (description) lines.push("DESCRIPTION:" + calendarText(description));
  const categories = categoriesOf(session);
  if (categories.length) lines.push("CATEGORIES:" + categories.map(calendarText).join(","));
  if (session.url) lines.push("URL:" + session.url);
  if (session.conference) {
    lines.push("CONFERENCE;VALUE=URI;LABEL=" + onlineWord + ":" + session.conference);
  }
  return lines.concat("END:VEVENT");
};

/** @param {Session[]} chosen */
const calendarFile = chosen => [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Programme//participants page//EN",
  "CALSCALE:GREGORIAN", "NAME:" + calendarText(data.name),
  "X-WR-CALNAME:" + calendarText(data.name), ...chosen.flatMap(eventLines), "END:VCALENDAR",
].map(folded).join("");

/**
 * @param {string} text
 * @param {string} type
 * @param {string} name
 */
const saveFile = (text, type, name) => {
  const address = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
};

/**
 * @param {Session[]} chosen
 * @param {string} name
 */
const download = (chosen, name) => {
  saveFile(calendarFile(chosen), "text/calendar", name + ".ics");
  say(counted("script.calendar.made", chosen.length));
};
