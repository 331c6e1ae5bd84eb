// SPDX-License-Identifier: GPL-3.0-or-later

// The venue's time as the page came with it; the viewer's own and UTC by Intl from the instants.

const ownZone = (() => {
  try { return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC"; } catch (old) { return "UTC"; }
})();
const zoneOf = { venue: data.zone, own: ownZone, utc: "UTC" };

const formatters = new Map();
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
  const parts = {};
  for (const part of formatters.get(zone).formatToParts(instant * 1000)) {
    parts[part.type] = part.value;
  }
  return parts;
};

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const two = number => String(number).padStart(2, "0");

const clockText = (instant, zone) => {
  const parts = partsOf(zone, instant);
  return parts.hour + ":" + parts.minute;
};
const dateText = (instant, zone) => {
  const parts = partsOf(zone, instant);
  return parts.weekday + " " + Number(parts.day) + " " + months[parts.month - 1];
};
const momentText = (instant, zone) => dateText(instant, zone) + ", " + clockText(instant, zone);
const isoDate = (instant, zone) => {
  const parts = partsOf(zone, instant);
  return parts.year + "-" + two(parts.month) + "-" + two(parts.day);
};

// Browsers keep to names that the places have given up.
const renamed = {
  Calcutta: "Kolkata",
  Katmandu: "Kathmandu",
  Rangoon: "Yangon",
  Saigon: "Ho Chi Minh City",
  Kiev: "Kyiv",
  Faeroe: "Faroe"
};

// "New York (UTC−4)", as the zone stood at that instant.
const zoneName = (zone, instant) => {
  const parts = partsOf(zone, instant);
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute) / 60000;
  const east = wall - Math.floor(instant / 60);
  if (zone === "UTC") return "UTC";
  const minutes = Math.abs(east) % 60;
  const offset = east === 0 ? "UTC"
    : "UTC" + (east < 0 ? "−" : "+") + Math.floor(Math.abs(east) / 60)
    + (minutes ? ":" + two(minutes) : "");
  const place = zone.split("/").pop().replace(/_/g, " ");
  return (renamed[place] || place) + " (" + offset + ")";
};

const firstInstant = sessions.length ? sessions[0].start : data.stamp;
const zone = () => zoneOf[state.clock];

const times = [];
const watchTime = node => times.push({
  node,
  instant: Date.parse(node.dateTime) / 1000,
  form: node.dataset.form,
  venue: node.textContent,
});
document.querySelectorAll("time[data-form]").forEach(watchTime);

// A time element that follows the chosen clock.
const timeNode = (instant, form) => {
  const text = (form === "clock" ? clockText : momentText)(instant, data.zone);
  const iso = new Date(instant * 1000).toISOString().replace(".000", "");
  const node = make("time", { datetime: iso, "data-form": form }, text);
  watchTime(node);
  return node;
};

const clockNames = [...document.querySelectorAll(".clock-name")].map(node => ({
  node,
  venue: node.textContent,
  instant: Number(node.dataset.instant || data.stamp),
}));
const clockListeners = [];

const setClock = choice => {
  state.clock = choice;
  const isVenue = choice === "venue";
  for (const time of times) {
    time.node.textContent = isVenue ? time.venue
      : (time.form === "clock" ? clockText : momentText)(time.instant, zone());
  }
  for (const name of clockNames) {
    name.node.textContent = isVenue ? name.venue : zoneName(zone(), name.instant);
  }
  // A session on another date than its day's at the venue says so.
  for (const session of sessions) {
    const isOther = !isVenue && isoDate(session.start, zone()) !== session.day.date;
    session.card.querySelector(".other-day").textContent =
      isOther ? dateText(session.start, zone()) + " " : "";
  }
  for (const act of clockListeners) act();
};
