// SPDX-License-Identifier: GPL-3.0-or-later

// What a reader is told on arrival: that their clock is another, and what became of their agenda.

// It lies over the foot of the screen, so that what stands there does not jump.
const tellings = make("div", { class: "tellings", "aria-live": "polite" });

/**
 * A notice with what can be done about it; any of it closes the notice.
 *
 * @param {string} look a class of its own
 * @param {string} label
 * @param {string} words
 * @param {[string, () => void][]} acts
 */
const tell = (look, label, words, acts) => {
  const notice = make("section", { class: "banner note told " + look, "aria-label": label },
    make("p", {}, words));
  if (acts.length) notice.append(make("div", { class: "actions" }, ...acts.map(([name, act]) =>
    buttonOf("plain", () => {
      notice.remove();
      byId("programme").focus({ preventScroll: true });
      act();
    }, name))));
  tellings.append(notice);
  return notice;
};

// Offered until one of the two is chosen.
const offerOwnClock = () => {
  if (!isElsewhere || isClock(memory.get("clock"))) return;
  const own = zoneName(ownZone, firstInstant);
  const words = inWords("script.clock.offer-words", { zone: own });
  tell("clock-offer", inWords("script.clock.offer"), words, [
    [inWords("script.clock.offer-yes"), () => chooseClock("own")],
    [inWords("script.clock.offer-no"), () => chooseClock("venue")],
  ]);
};

// The agenda says what changed; here it is said that something did.
const tellChanges = () => {
  const count = whatBecame().length;
  if (!count) return;
  tell("agenda-news", inWords("script.became"), counted("script.became.count", count), [
    [inWords("script.became.see"), () => chooseView("agenda")],
  ]);
};
