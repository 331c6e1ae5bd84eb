// SPDX-License-Identifier: GPL-3.0-or-later

// One session in full, over the page, with its own address: the way back closes it.

const sheetBody = make("div", { class: "sheet-body" });
const sheet = make("dialog", { id: "sheet", "aria-labelledby": "sheet-title" }, sheetBody);
let isOwnStep = false;
/** @type {HTMLElement | null} */
let cameFrom = null;

/** @param {Session} session */
const whenText = session => listed(
  [stayText(session, zone()), zoneName(zone(), session.start)]);

/**
 * The same on the venue's clock or, where that is the chosen one, on the reader's.
 *
 * @param {Session} session
 */
const otherClock = session => {
  if (state.clock === "venue" && !isElsewhere) return null;
  const [key, there] = state.clock === "venue" ? ["script.clock.for-you", ownZone]
    : ["script.clock.at-venue", data.zone];
  return make("span", {}, " " + inWords(key, { when: stayText(session, there) }));
};

const closeSheet = () => { if (sheet.open) sheet.close(); };

/** @param {Session} session */
const fillSheet = session => {
  /** @param {string} selector */
  const copyOf = selector => {
    const node = session.card.querySelector(selector);
    return node ? copied(node) : null;
  };
  const about = copied(within(session.card, ".about"));
  about.querySelectorAll(".links .unseen").forEach(node => node.remove());
  /** @type {HTMLElement | null} */
  const links = about.querySelector(".links");
  if (links) links.remove();
  const title = make("h2", { id: "sheet-title", dir: "auto", tabindex: "-1" },
    titleOf(session));
  const badges = make("p", { class: "badges" },
    ...allWithin(session.card, "h4 .badge").map(copied));
  session.picked = session.picked.slice(0, 1);
  const actions = make("div", { class: "actions" }, pickButton(session, inWords("script.agenda")),
    buttonOf("button", () => download([session], fileName(session.id)),
      inWords("script.sheet.file"), make("small", {}, " .ics")),
    followLink(session),
    buttonOf("button", () => copy(here() + "#" + session.anchor, sheetBody),
      inWords("script.sheet.link")));
  sheetBody.replaceChildren();
  for (const part of [
      buttonOf("close", closeSheet,
        make("span", { "aria-hidden": "true" }, "×"), unseen(inWords("script.close"))),
      badges.children.length ? badges : null, title,
      make("p", { class: "sheet-when" }, make("b", {}, whenText(session)), otherClock(session)),
      copyOf(".before"), copyOf(".facts"), actions, copyOf(".clash"), about, links,
    ])
    if (part) sheetBody.append(part);
  showPicks();
  return title;
};

/**
 * Without dialogs the card in the list does, which the address leads to anyway.
 *
 * @param {Session} session
 */
const openSheet = session => {
  if (!sheet.showModal) return;
  const title = fillSheet(session);
  if (!sheet.open) cameFrom = /** @type {HTMLElement | null} */ (document.activeElement);
  if (!sheet.open) sheet.showModal();
  // What lies under a dialog is neither seen nor read out.
  sheet.append(voice);
  sheetBody.scrollTop = 0;
  title.focus({ preventScroll: true });
};

sheet.addEventListener("close", () => {
  document.body.append(voice);
  if (!sessionByAnchor.has(location.hash.slice(1))) return;
  if (isOwnStep) history.back();
  else history.replaceState(null, "", here());
  isOwnStep = false;
});
sheet.addEventListener("click", event => { if (event.target === sheet) closeSheet(); });

document.addEventListener("click", event => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#s-"]') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const session = sessionByAnchor.get((link.getAttribute("href") || "").slice(1));
  if (!session || !sheet.showModal) return;
  event.preventDefault();
  history.pushState(null, "", "#" + session.anchor);
  isOwnStep = true;
  openSheet(session);
});

/**
 * Does what the address asks for, on arrival and on the way back.
 *
 * @param {boolean} isArrival
 */
const followAddress = isArrival => {
  const session = sessionByAnchor.get(location.hash.slice(1));
  const shared = sharedIn(location.hash);
  if (shared) {
    closeSheet();
    offerShared(shared);
  } else if (session) {
    if (isArrival) {
      leadTo(shownAs(session), session.day, { block: "center", behavior: atOnce });
    }
    openSheet(session);
  } else {
    isOwnStep = false;
    closeSheet();
  }
};
addEventListener("popstate", () => {
  const wasOpen = sheet.open;
  followAddress(false);
  // Going back takes the focus along to where the address before pointed.
  if ((wasOpen || cameFrom) && !sheet.open) {
    const node = cameFrom;
    cameFrom = null;
    if (node) setTimeout(() => node.focus({ preventScroll: true }), 0);
  }
});
