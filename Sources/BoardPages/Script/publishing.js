// SPDX-License-Identifier: GPL-3.0-or-later

// What is known of the publications of the draft that is shown, and what is asked of the board about them.

import { newKey } from "./acts.js";
import { complain } from "./deeds.js";
import { askText } from "./dialog.js";
import { emptyForm, lookedAt, optionsOf, publicationName } from "./publication.js";
import { newestOf } from "./newest.js";
import { draftPath, get, postJSON, remove } from "./server.js";
import { changed, mayEdit, state } from "./store.js";
import { say } from "./voice.js";

// `version` counts what changes in the form, `news` all that is shown under it.
/**
 * @type {{
 *   draft: number | string,
 *   form: PublishForm,
 *   list: Publication[] | null,
 *   mayChooseFolder: boolean,
 *   mine: string,
 *   shown: string,
 *   key: string,
 *   version: number,
 *   news: number,
 * }}
 */
export const publishing = {
  draft: "",
  form: emptyForm(),
  list: null,
  mayChooseFolder: false,
  mine: "",
  shown: "",
  key: "",
  version: 0,
  news: 0,
};

export const told = () => {
  publishing.news++;
  changed();
};

/** @param {...(string | number)} parts */
const path = (...parts) => draftPath(state.draft.draft.id, "publications", ...parts);

/** The publication that is looked at. */
export const publicationNow = () => lookedAt(publishing.list || [], publishing.mine);

/** @param {any} data */
const hear = data => {
  const before = publicationNow();
  publishing.list = data.publications;
  if (publishing.mayChooseFolder !== data.may_choose_folder) publishing.version++;
  publishing.mayChooseFolder = data.may_choose_folder;
  announce(before, publicationNow());
  told();
};

const getList = newestOf(get);

const readList = async () => {
  const { draft } = publishing;
  const { status, data } = await getList(path());
  if (status === 200 && draft === publishing.draft) hear(data);
};

/**
 * Another publication is looked at.
 *
 * @param {string} mine
 * @param {string} shown
 */
const look = (mine, shown) => Object.assign(publishing, { mine, shown, key: "" });

/** @param {number | string} draft */
export const begin = draft => {
  Object.assign(publishing, { draft, form: emptyForm(), list: null });
  look("", "");
  publishing.news++;
  if (mayEdit()) readList();
};

/** @type {Record<string, string>} */
const spoken = {
  ready: "What would be published is there.",
  asks: "Something has to be said before it can be published.",
  published: "It is published.",
  failed: "It was not published.",
};

/**
 * @param {Publication | null} before
 * @param {Publication | null} after
 */
const announce = (before, after) => {
  if (!before || !after || before.id !== after.id || before.state === after.state) return;
  const isBad = after.state === "failed";
  if (after.state in spoken) say(after.meanwhile || spoken[after.state], { isBad });
};

// The board says only that there is news; what it is, only those who may publish are told.
/** @param {any} data */
export const heardPublication = data => {
  if (mayEdit() && publishing.draft && data.draft === publishing.draft) readList();
};

/** Also where the line was lost, and news with it. */
export const readPublications = () => {
  if (mayEdit() && publishing.draft) readList();
};

export const preview = async () => {
  const options = optionsOf(publishing.form);
  const answer = await postJSON(path(), { key: newKey(), options });
  if (answer.status !== 200) return complain(answer);
  look(answer.data.id, JSON.stringify(options));
  return readList();
};

// Asked for again after an answer was lost, it is the same request.
const sameKey = () => {
  publishing.key = publishing.key || newKey();
  return publishing.key;
};

/** @param {Publication} publication */
export const publish = publication => askText({
  title: "Publish " + publicationName(publication),
  label: "Why (for the minutes)",
  note: "What was shown goes out, and nothing else. If anything has changed meanwhile, nothing "
    + "does, and you are shown what would go out then.",
  ok: "Publish",
  mayBeEmpty: true,
}, async why => {
  const yes = { key: sameKey(), author: state.author, why };
  const answer = await postJSON(path(publication.id, "publish"), yes);
  if (answer.status !== 200) complain(answer);
  readList();
});

/** @param {Publication} publication */
export const drop = async publication => {
  const answer = await remove(path(publication.id));
  if (answer.status !== 200) complain(answer);
  look("", "");
  readList();
};
