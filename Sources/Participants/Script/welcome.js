// SPDX-License-Identifier: GPL-3.0-or-later

// What a reader is told on arrival: that their clock is another, and what became of their agenda.

// It lies over the foot of the screen, so that what stands there does not jump.
const tellings = make("div", { class: "tellings", "aria-live": "polite" });

/**
 * A notice with what can be done about it; any of it closes the notice.
 *
 * @param {string} label
 * @param {string} words
 * @param {[string, () => void][]} acts
 */
const tell = (label, words, acts) => {
  const notice = make("section", { class: "banner note told", "aria-label": label },
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
  tell("Your time", "Times are the venue’s. Show them in yours, " + own + "?", [
    ["Show mine", () => chooseClock("own")],
    ["Keep the venue’s", () => chooseClock("venue")],
  ]);
};

// The agenda says what changed; here it is said that something did.
const tellChanges = () => {
  const count = whatBecame().length;
  if (!count) return;
  const words = count === 1
    ? "1 of your sessions changed since you picked it."
    : count + " of your sessions changed since you picked them.";
  tell("Changes to your agenda", words, [
    ["See what changed", () => chooseView("agenda")],
  ]);
};
