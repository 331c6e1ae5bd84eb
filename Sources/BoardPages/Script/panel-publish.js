// SPDX-License-Identifier: GPL-3.0-or-later

// Publishing: what it would do is shown first, as the command says it; only then is it done, and only
// that.

import { buttonOf, choiceOf, make, onlyIfNew, pairOf, refill } from "./elements.js";
import { isAnswered, isAtWork, isShown, settingsOf } from "./publication.js";
import { begin, drop, preview, publicationNow, publish, publishing, told } from "./publishing.js";
import { headNow, mayEdit, state } from "./store.js";
import { say } from "./voice.js";
import { publishCommand } from "./words.js";

/**
 * @param {string} label
 * @param {"note" | "reason" | "address" | "new_addresses" | "out"} name
 * @param {string} [hint]
 */
const field = (label, name, hint) => make("label", { class: "field" }, label,
  make("input", {
    type: "text",
    value: publishing.form[name],
    placeholder: hint || "",
    maxlength: 2000,
    "data-focus": "publish " + name,
    on: {
      input: event => {
        publishing.form[name] = event.target.value;
        told();
      },
    },
  }));

/**
 * @param {string} label
 * @param {"renews_listed" | "force"} name
 */
const tick = (label, name) => make("label", { class: "tick" }, make("input", {
  type: "checkbox",
  checked: publishing.form[name],
  on: {
    change: event => {
      publishing.form[name] = event.target.checked;
      told();
    },
  },
}), " ", label);

/**
 * @param {string} label
 * @param {"status" | "cancelled" | "people" | "language"} name
 * @param {[string, string][]} choices
 */
const choice = (label, name, choices) =>
  choiceOf(label, [pairOf("", "as before"), ...choices], publishing.form[name], value => {
    publishing.form[name] = value;
    told();
  });

const languages = ["ar", "zh", "en", "fr", "ru", "es"];

const form = () => make("div", { class: "form publish-form" },
  choice("Status", "status", [pairOf("draft", "draft: it may still change"), pairOf("final",
    "final")]),
  field("A note for everyone", "note"),
  make("details", {},
    make("summary", {}, "More"),
    choice("Cancelled sessions", "cancelled", [pairOf("standard", "as the standard says"),
      pairOf("visible", "kept, with the word in their title")
    ]),
    choice("People's own calendars", "people", [pairOf("private", "at secret addresses"),
      pairOf("listed", "listed for everybody")
    ]),
    choice("Language", "language", languages.map(code => pairOf(code, code))),
    field("Where the files will be found", "address", "https://…, as before"),
    field("People who get another secret address", "new_addresses", "PERSON;…"),
    tick("All whose address stood on a public page get another one", "renews_listed"),
    publishing.mayChooseFolder ? field("Folder of the register and files", "out",
      "the board's own") : null,
    tick("Replace published files that somebody edited since", "force")),
  buttonOf("button strong", preview, "Show what would be published"));

/**
 * @param {PublishQuestion} question
 * @param {string} to the new id; empty where it was not renamed
 * @param {string} words
 */
const answerOf = ({ from }, to, words) => make("label", {}, make("input", {
  type: "radio",
  name: "renamed " + from,
  checked: publishing.form.answers[from] === to,
  on: {
    change: () => {
      publishing.form.answers[from] = to;
      told();
    },
  },
}), " ", words);

/** @param {PublishQuestion} question */
const questionPart = question => make("fieldset", { class: "stages" },
  make("legend", {}, question.words),
  answerOf(question, question.to, "Yes: " + question.yes),
  answerOf(question, "", "No: " + question.no));

/** @param {Publication} publication */
const asked = publication => make("div", {},
  ...publication.questions.map(questionPart),
  publication.needs_reason ? field("Why it goes out all the same", "reason") : null,
  make("div", { class: "actions" },
    isAnswered(publishing.form, publication)
    ? buttonOf("button strong", preview, "Show again with this")
    : make("p", { class: "soft" }, "When this is answered, it is shown again."),
    buttonOf("button", () => drop(publication), "Leave it")));

/** @param {string} text */
const said = text => text ? make("pre", { class: "said", tabindex: 0 }, text.trimEnd()) : null;

/** @param {[string, string]} setting */
const settingRow = ([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value));

/** @param {Publication} publication */
const settings = publication =>
  make("dl", { class: "settings" }, ...settingsOf(publication).map(settingRow));

/** @param {Publication} publication */
const agreeing = publication => make("div", { class: "actions" },
  isShown(publishing.form, publishing.shown) || !publishing.shown
  ? buttonOf("button strong", () => publish(publication), "Publish this …")
  : make("p", { class: "soft" },
    "What is to be said of it has changed since: show it again before it is published."),
  buttonOf("button", () => drop(publication), "Leave it"));

/** @param {PublishResult} result */
const resultPart = result => make("div", {},
  said(result.text), said(result.notes),
  result.not_logged
  ? make("p", { class: "bad-words", role: "alert" },
    "It is out, and not in the log of this draft: " + result.not_logged) : null,
  make("p", { class: "soft" }, result.files + " files; what was published is draft "
    + result.publication.kept + " of the history."));

/** @param {Publication} publication */
const card = publication => {
  const { result } = publication;
  if (isAtWork(publication)) return make("p", {}, publication.state === "publishing"
    ? "It is being published …"
    : "The board is working out what would be published …");
  return make("div", { class: "card", "data-publication": publication.id },
    make("h3", {}, result
      ? "Published" : publication.state === "failed" ? "Not published" : "What would be published"),
    publication.meanwhile ? make("p", { class: "meanwhile" }, publication.meanwhile) : null,
    ...publication.sentences.map(sentence => make("p", { class: "bad-words" }, sentence)),
    ...result
    ? [resultPart(result)]
    : [said(publication.text), said(publication.notes), settings(publication)],
    publication.state === "asks" ? asked(publication) : null,
    publication.state === "ready" ? agreeing(publication) : null,
    publication.command ? make("details", {}, make("summary", {}, "The command that does the same"),
      make("code", { class: "command" }, publication.command)) : null);
};

const answers = make("div", { class: "answers" });

const showAnswers = onlyIfNew(() => {
  const publication = publicationNow();
  refill(answers, publication ? card(publication) : null);
}, () => [publishing.news, state.draft]);

/** @param {string} command */
const copy = async command => {
  try {
    await navigator.clipboard.writeText(command);
    say("Copied.");
  } catch (error) {
    say("The browser does not let it be copied; select it instead.", { isBad: true });
  }
};

const byHand = () => {
  const command = publishCommand({ ...headNow(), stage: state.draft.draft.stage });
  if (!command) return null;
  return make("div", {},
    make("h3", {}, "As a command"),
    make("p", {}, "The same where the tables are; with --preview it says first what calendars will "
      + "show, and writes nothing. SCENARIO is the folder of the tables."),
    make("p", {}, make("code", { class: "command" }, command)),
    buttonOf("button", () => copy(command), "Copy"));
};

const offered = () => {
  if (state.draft.draft.stage === "closed") return [
    make("p", {}, "This draft is closed, and nothing is made of it here until it is open again. "
      + (publishCommand({ ...headNow(), stage: "closed" })
        ? "As it was kept, it can be published by its number."
        : "Nothing of it was kept that could go out.")),
  ];
  if (!mayEdit()) return [make("p", {}, "Somebody who may edit can publish it from here.")];
  return [
    make("p", { class: "soft" }, "What is left as it is stays as in the last publication. Nothing "
      + "is written before you have seen what would be published, and said yes."),
    form(), answers,
  ];
};

export const publishPanel = {
  name: "Publish",
  needs: () => {
    const { id, stage } = state.draft.draft;
    return [id, stage, state.board, publishing.version];
  },
  count: () => {
    const isOpen = publishing.draft === state.draft.draft.id;
    return isOpen && (publishing.list || []).some(isAtWork) ? 1 : 0;
  },
  live: showAnswers,
  show: () => {
    const { id } = state.draft.draft;
    if (publishing.draft !== id) begin(id);
    return [make("h2", {}, "Publish"), ...offered(), byHand()];
  },
};
