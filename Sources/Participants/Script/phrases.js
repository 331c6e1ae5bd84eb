// SPDX-License-Identifier: GPL-3.0-or-later

// What the page's scripts say about copies and what follows.

const phrases = {
  freshLabel: "Newer programme",
  edition: "publication {0} of {1}",
  unknown: "This is {0}. Whether a newer one is out could not be looked up.",
  looking: "This is {0}. Looking whether a newer one is out …",
  newer: "A newer programme is out. This is {0}.",
  reload: "Show the newer one",
  close: "Close",
  kept: "This device keeps the programme: the page opens without a network, also after it was "
    + "closed. When a newer one is out, it says so.",
  inFile: "This page stands in a file: it opens without a network and stays as it is, whatever "
    + "changes.",
  inForce: "The programme in force:",
  isCopy: "The file is a copy: it does not follow when a session moves. This page does, and says "
    + "which of your sessions changed.",
  follow: "Follow in my calendar",
  followAll: "Let a calendar follow these sessions",
  howToFollow: "Each address below is a calendar with one session. Subscribe to it, and your "
    + "calendar moves the session when the programme does. If a link does nothing, copy the "
    + "address into your calendar (“from URL”).",
};

/**
 * A phrase with values in its places: `{0}`, `{1}`.
 *
 * @param {string} phrase
 * @param {...string} values
 */
const fill = (phrase, ...values) =>
  phrase.replace(/\{(\d)\}/g, (_, number) => values[Number(number)] || "");
