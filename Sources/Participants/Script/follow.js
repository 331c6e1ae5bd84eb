// SPDX-License-Identifier: GPL-3.0-or-later

// Calendars that follow the sessions that were picked.
//
// An address for somebody's agenda would need a server that knows it: calendars ask for it behind
// the page's back, when the page is closed. What can stand on any host is a calendar for each
// session, and the reader's own calendar puts those together.

/**
 * The address of the calendar that holds a session alone; none where it is not published, or where
 * the page does not know where it stands.
 *
 * @param {Session} session
 */
const feedOf = session => {
  const base = location.protocol.startsWith("http") ? here() : data.address;
  return session.feed && base ? new URL(session.feed, base).href : "";
};

/**
 * The same for calendars: it makes them subscribe instead of copying once.
 *
 * @param {string} address
 */
const webcalOf = address => address.replace(/^https?:/, "webcal:");

/** @param {Session} session */
const followLink = session => {
  const address = feedOf(session);
  if (!address || session.isCancelled) return null;
  return make("a", { class: "button", href: webcalOf(address) }, inWords("script.follow"));
};

/** @param {Session} session */
const followRow = session => {
  const address = feedOf(session);
  return make("li", {}, make("bdi", { class: "name" }, session.title),
    make("a", { class: "button", href: webcalOf(address) }, inWords("script.follow.one"),
      unseen(" " + inWords("script.follow.one-to", { title: session.title }))),
    make("a", { class: "address", href: address, dir: "ltr" }, address));
};

const followList = make("ul", { class: "feeds" });
const followBox = make("details", { class: "extra follow" },
  make("summary", {}, inWords("script.follow.all")),
  make("p", {}, inWords("script.follow.how")), followList);

const showFollowBox = () => {
  const own = picks().filter(session => feedOf(session) && !session.isCancelled);
  followBox.hidden = own.length === 0;
  followList.replaceChildren(...own.map(followRow));
};
