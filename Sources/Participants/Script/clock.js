// SPDX-License-Identifier: GPL-3.0-or-later

// The clock that is chosen: the venue's time as the page came with it; the viewer's own and UTC from
// the instants.

const ownZone = (() => {
  try {
    return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  } catch (old) {
    return "UTC";
  }
})();

/** @type {Record<ClockChoice, ZoneName>} */
const zoneOf = { venue: data.zone, own: ownZone, utc: "UTC" };

/**
 * @param {unknown} name
 * @returns {name is ClockChoice}
 */
const isClock = name => typeof name === "string" && name in zoneOf;

const firstInstant = sessions.length ? sessions[0].start : data.stamp;
const zone = () => zoneOf[state.clock];

// Whether clocks here show another time than the venue's while the meeting lasts.
const isElsewhere = minutesEast(ownZone, firstInstant) !== minutesEast(data.zone, firstInstant);

/** @type {Record<TimeForm, (instant: Instant, zone: ZoneName) => string>} */
const timeText = { clock: clockText, moment: momentText };

/** @type {{ node: HTMLElement, instant: Instant, form: TimeForm, venue: string | null }[]} */
const times = [];

/** @param {HTMLTimeElement} node */
const watchTime = node => times.push({
  node,
  instant: Date.parse(node.dateTime) / 1000,
  form: node.dataset.form === "moment" ? "moment" : "clock",
  venue: node.textContent,
});
/** @type {NodeListOf<HTMLTimeElement>} */
(document.querySelectorAll("time[data-form]")).forEach(watchTime);

/**
 * A time element that follows the chosen clock.
 *
 * @param {Instant} instant
 * @param {TimeForm} form
 */
const timeNode = (instant, form) => {
  const iso = new Date(instant * 1000).toISOString().replace(".000", "");
  const node = make(
    "time", { datetime: iso, "data-form": form }, timeText[form](instant, data.zone));
  watchTime(node);
  return node;
};

const clockNames = allWithin(document, ".clock-name").map(node => ({
  node,
  venue: node.textContent,
  instant: Number(node.dataset.instant || data.stamp),
}));

/** @type {(() => void)[]} */
const clockListeners = [];

/** @param {ClockChoice} choice */
const setClock = choice => {
  state.clock = choice;
  const isVenue = choice === "venue";
  for (const { node, instant, form, venue } of times) {
    node.textContent = isVenue ? venue : timeText[form](instant, zone());
  }
  for (const { node, instant, venue } of clockNames) {
    node.textContent = isVenue ? venue : zoneName(zone(), instant);
  }
  // A session on another date than its day's at the venue says so.
  for (const session of sessions) {
    const isOther = !isVenue && isoDate(session.start, zone()) !== session.day.date;
    within(session.card, ".other-day").textContent =
      isOther ? dateText(session.start, zone()) + " " : "";
  }
  for (const act of clockListeners) act();
};
