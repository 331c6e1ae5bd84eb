// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions as an iCalendar file (RFC 5545) made on the device, with the UIDs of the official
// calendar: in a calendar that has both, each session stands once.

// No controls, nothing that turns the direction of what follows; the rest escaped (3.3.11).
const calendarText = text => text
  .replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, " ")
  .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
  .replace(/\\/g, "\\\\").replace(/;/g, "\\;").replace(/,/g, "\\,").replace(/\n/g, "\\n");

const octets = character => {
  const code = character.codePointAt(0);
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

// Lines of at most 75 octets, no character of UTF-8 in two (3.1).
const folded = line => {
  let result = "";
  let used = 0;
  for (const character of line) {
    const size = octets(character);
    if (used + size > 75) {
      result += "\r\n ";
      used = 1;
    }
    result += character;
    used += size;
  }
  return result + "\r\n";
};

const stampText = instant =>
  new Date(instant * 1000).toISOString().replace(/[-:]/g, "").replace(/\.\d+/, "");

const wordsOf = (card, selector) => {
  const node = card.querySelector(selector);
  return node ? node.textContent.trim() : "";
};

const placeOf = session => {
  const room = roomById.get(session.room);
  return room ? [room.name, room.place].filter(Boolean).join(", ") : "";
};

const eventLines = session => {
  const card = session.card;
  const description = [
    wordsOf(card, ".description"),
    ...[...card.querySelectorAll("dl dt")].filter(term => term.textContent !== "Where")
    .map(term => term.textContent + ": " + term.nextElementSibling.textContent),
    session.conference ? "Take part online: " + session.conference : "", session.url,
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
  const categories = session.kinds.concat(session.themes);
  if (categories.length) lines.push("CATEGORIES:" + categories.map(calendarText).join(","));
  if (session.url) lines.push("URL:" + session.url);
  if (session.conference) {
    lines.push("CONFERENCE;VALUE=URI;LABEL=Take part online:" + session.conference);
  }
  return lines.concat("END:VEVENT");
};

const calendarFile = chosen => [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Programme//participants page//EN",
  "CALSCALE:GREGORIAN", "NAME:" + calendarText(data.name),
  "X-WR-CALNAME:" + calendarText(data.name), ...chosen.flatMap(eventLines), "END:VCALENDAR",
].map(folded).join("");

const saveFile = (text, type, name) => {
  const address = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
};

const download = (chosen, name) => {
  saveFile(calendarFile(chosen), "text/calendar", name + ".ics");
  const count = chosen.length === 1 ? "the session" : chosen.length + " sessions";
  say("Calendar file with " + count + " made: open it to add them to your calendar.");
};

const fileName = text => text.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 60) || "programme";
