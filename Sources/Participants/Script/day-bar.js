// SPDX-License-Identifier: GPL-3.0-or-later

// The days' bar: marks the day that is read, and leads to days and sessions.

const dayList = within(document, "nav.days ul");

/** @type {Day | undefined} */
let askedDay;

/**
 * Keeps the marked day in sight where the bar is too narrow for all.
 *
 * @param {HTMLElement} link
 */
const showLink = link => {
  const [bar, box] = [dayList.getBoundingClientRect(), link.getBoundingClientRect()];
  if (box.left >= bar.left && box.right <= bar.right) return;
  dayList.scrollBy({ left: box.left + box.width / 2 - bar.left - bar.width / 2 });
};

/** @param {Day | undefined} current */
const markDay = current => {
  for (const day of days) {
    if (!day.link || (day === current) === day.link.hasAttribute("aria-current")) continue;
    if (day !== current) {
      day.link.removeAttribute("aria-current");
    } else {
      day.link.setAttribute("aria-current", "true");
      showLink(day.link);
    }
  }
};

// Where the browser stops a day's head, and a little below.
const headLine = () => {
  const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart);
  return (padding || 0) + 8;
};

const markStanding = () => {
  const shown = days.filter(day => day.section.getClientRects().length > 0);
  const found = shown.map(day => day.section.getBoundingClientRect());
  const asked = askedDay ? shown.indexOf(askedDay) : -1;
  const isAtEnd = scrollY > 0
    && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  markDay(shown[standingDay(found, headLine(), innerHeight, isAtEnd, asked)]);
};

/**
 * Leads to what belongs to a day, which stays the marked one until the reader moves on.
 *
 * @param {HTMLElement} node
 * @param {Day} day
 * @param {ScrollIntoViewOptions} how
 */
const leadTo = (node, day, how) => {
  askedDay = day;
  node.scrollIntoView(how);
  markStanding();
};

// Not gliding, whatever the style says. The checker's list of words is older than this one.
const atOnce = /** @type {ScrollBehavior} */ ( /** @type {string} */ ("instant"));

/**
 * What shows the session in the view that is chosen.
 *
 * @param {Session} session
 */
const shownAs = session => state.view === "grid" && session.cell ? session.cell : session.card;

/** @param {Day | undefined} day */
const ask = day => { askedDay = day; };

const forget = () => ask(undefined);

const watchDays = () => {
  for (const day of days)
    if (day.link) day.link.addEventListener("click", () => ask(day));
  // Moving by one's own hand forgets what was asked for.
  for (const event of ["wheel", "touchmove", "keydown"]) {
    addEventListener(event, forget, { passive: true });
  }
  let isWaiting = false;
  const look = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      markStanding();
    });
  };
  addEventListener("scroll", look, { passive: true });
  addEventListener("resize", look);
  refreshListeners.push(look);
  markStanding();
};

/**
 * While the meeting is on, the page opens at the day that it is at the venue.
 *
 * @param {Instant} now
 */
const openAtToday = now => {
  const today = days.find(day => day.date === isoDate(now, data.zone));
  if (!today || today === days[0] || !isOnAt(sessions, now)) return;
  leadTo(today.section, today, { behavior: atOnce });
};
