// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of a publication, and what may be done with one that was previewed. Pure.

/** @returns {PublishForm} */
export const emptyForm = () => ({
  status: "",
  note: "",
  reason: "",
  cancelled: "",
  people: "",
  address: "",
  language: "",
  new_addresses: "",
  out: "",
  renews_listed: false,
  force: false,
  answers: {},
});

/**
 * What is sent: nothing of what was left as it is, so that it stays as in the last publication.
 *
 * @param {PublishForm} form
 * @returns {Record<string, unknown>}
 */
export const optionsOf = ({ answers, ...fields }) => {
  const said = Object.entries(fields).filter(([, value]) =>
    typeof value === "string" ? value.trim() : value);
  const settled = Object.entries(answers);
  return {
    ...Object.fromEntries(said),
    renamed: settled.filter(([, to]) => to).map(([from, to]) => from + "=" + to),
    not_renamed: settled.filter(([, to]) => !to).map(([from]) => from),
  };
};

/**
 * Whether what is shown is what the form says now.
 *
 * @param {PublishForm} form
 * @param {string} shown the options that were previewed, as they were sent
 */
export const isShown = (form, shown) => JSON.stringify(optionsOf(form)) === shown;

/**
 * Whether everything that was asked has an answer.
 *
 * @param {PublishForm} form
 * @param {Publication} publication
 */
export const isAnswered = (form, { questions, needs_reason }) =>
  questions.every(({ from }) => from in form.answers)
  && (!needs_reason || Boolean(form.reason.trim()));

/** @param {Publication} publication */
export const isAtWork = ({ state }) => state === "previewing" || state === "publishing";

/** @param {Publication} publication */
export const publicationName = ({ number, settings }) =>
  "publication " + number + (settings ? " (" + settings.status + ")" : "");

/**
 * What holds for it, said now or as before.
 *
 * @param {Publication} publication
 * @returns {[name: string, value: string][]}
 */
export const settingsOf = ({ settings, folder }) => settings ? [
  ["Status", settings.status],
  ["Files found at", settings.address || "not known: no calendar can be announced"],
  ["Cancelled sessions", settings.cancelled],
  ["People's own calendars", settings.people],
  ["Language", settings.language],
  ["Folder", folder],
] : [];

/**
 * The last of a list, or the one that is looked at.
 *
 * @param {Publication[]} list
 * @param {string} id
 */
export const lookedAt = (list, id) =>
  list.find(publication => publication.id === id) || list[list.length - 1] || null;
