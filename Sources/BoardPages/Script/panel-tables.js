// SPDX-License-Identifier: GPL-3.0-or-later

// The tables: cells to type in, what `check` says beside each, the difference before anything is saved.

import { newKey } from "./acts.js";
import { complain } from "./deeds.js";
import { dialogOf } from "./dialog.js";
import { buttonOf, make, unheard, unseen } from "./elements.js";
import { newestOf } from "./newest.js";
import { get, postJSON } from "./server.js";
import { mayEdit, set, state } from "./store.js";
import { say } from "./voice.js";
import { counted } from "./words.js";

/** @typedef {{ name: string, rows?: number, findings?: number }} TableHead */

/**
 * What is open; edits are kept until they are saved or dropped.
 *
 * @type {{
 *   list: TableHead[] | null,
 *   table: TableData | null,
 *   edits: Map<string, TableEdit>,
 *   isLate: boolean,
 * }}
 */
const open = { list: null, table: null, edits: new Map(), isLate: false };
let version = 0;
let isAsked = false;

const again = () => {
  version++;
  set({});
};

/** @param {string} name */
const path = name => "/api/tables/" + encodeURIComponent(name);

/** @param {string} name */
const shelf = name => "board-table-" + state.board.scenario.id + "-" + name;

// Typed cells outlive a reload.
const keep = () => {
  const { table } = open;
  if (!table) return;
  const typed = JSON.stringify({ digest: table.digest, edits: edits() });
  if (open.edits.size) localStorage.setItem(shelf(table.name), typed);
  else localStorage.removeItem(shelf(table.name));
};

/** @param {TableEdit} edit */
const cellKey = edit => edit.row + " " + edit.column;

/** @param {TableData} table */
const kept = table => {
  try {
    const typed = JSON.parse(localStorage.getItem(shelf(table.name)) || "{}");
    const list = /** @type {TableEdit[]} */ (typed.edits || []);
    open.isLate = list.length > 0 && typed.digest !== table.digest;
    return new Map(list.map(edit => [cellKey(edit), edit]));
  } catch (error) {
    return new Map();
  }
};

const getList = newestOf(get);
const getTable = newestOf(get);
const postCheck = newestOf(postJSON);

const readList = async () => {
  const { status, data } = await getList("/api/tables");
  isAsked = true;
  if (status === 200) open.list = data.tables;
  again();
};

/** @param {TableData} table */
const show = table => {
  open.isLate = false;
  open.table = table;
  open.edits = kept(table);
  again();
  if (open.edits.size) check();
};

/** @param {string} name */
const openTable = async name => {
  const answer = await getTable(path(name));
  if (answer.status === 200) show(answer.data);
  else complain(answer);
};

const edits = () => [...open.edits.values()];

const check = async () => {
  const { table } = open;
  if (!table) return;
  const { status, data } = await postCheck(path(table.name) + "/check", { edits: edits() });
  if (status !== 200 || open.table !== table) return;
  table.findings = data.findings;
  again();
};

/**
 * @param {TableData} table
 * @param {TableEdit} edit
 */
const type = (table, edit) => {
  const row = table.rows[edit.row];
  const was = row ? row[table.columns.indexOf(edit.column)] : "";
  if (was === edit.value) open.edits.delete(cellKey(edit));
  else open.edits.set(cellKey(edit), edit);
  keep();
  check();
  again();
};

const drop = () => {
  open.edits.clear();
  keep();
};

const stillKept = " Your cells are kept.";

/**
 * @param {TableData} table
 * @param {string} key of this difference: whoever asks again, since no answer came, saves once
 * @param {string} why
 */
const save = async ({ name, digest }, key, why) => {
  const draft = state.draft.draft.id;
  const wish = { key, author: state.author, why, draft, digest, edits: edits() };
  let answer = await postJSON(path(name) + "/save", wish);
  if (!answer.status) answer = await postJSON(path(name) + "/save", wish);
  if (answer.status !== 200) return complain(answer, stillKept);
  drop();
  const { not_logged: fault } = answer.data;
  say(name + " is saved." + (fault ? " It is not in the log: " + fault : ""), { isBad: !!fault });
  return openTable(name);
};

/** @param {string} line */
const differenceLine = line =>
  make("span", { class: line.startsWith("+") ? "added" : line.startsWith("-") ? "gone" : "" },
    line + "\n");

/** @param {TableData} table */
const preview = async table => {
  const wish = { digest: table.digest, edits: edits() };
  const answer = await postJSON(path(table.name) + "/preview", wish);
  if (answer.status !== 200) return complain(answer, stillKept);
  const lines = /** @type {string[]} */ (answer.data.difference);
  const why = make("input", { type: "text", maxlength: 500 });
  const key = newKey();
  const form = make("form", { method: "dialog" },
    make("label", { class: "field" }, "Why (for the minutes)", why),
    make("div", { class: "actions" },
      make("button", { type: "submit", class: "button strong" }, "Save the file"),
      buttonOf("button", () => dialog.close(), "Not yet")));
  form.addEventListener("submit", () => save(table, key, why.value.trim()));
  const dialog = dialogOf("What changes in " + table.name, {},
    make("pre", { class: "difference", tabindex: 0 }, ...lines.map(differenceLine)), form);
  return undefined;
};

/**
 * @param {TableData} table
 * @param {number} row
 * @param {string} column
 */
const cell = (table, row, column) => {
  const edit = open.edits.get(row + " " + column);
  const original = (table.rows[row] || [])[table.columns.indexOf(column)] || "";
  const findings = table.findings.filter(finding => finding.row === row
    && finding.column === column);
  const isBad = findings.some(finding => finding.severity === "error");
  const input = make("input", {
    type: "text",
    value: edit ? edit.value : original,
    readonly: !mayEdit(),
    size: Math.min(40, Math.max(6, original.length)),
    "aria-label": column + ", row " + (row + 1),
    "aria-invalid": isBad && "true",
    "data-focus": "cell " + row + " " + column,
  });
  input.addEventListener("change", () => type(table, { row, column, value: input.value }));
  return make("td", { class: (edit ? "edited" : "") + (isBad ? " bad" : "") }, input,
    ...findings.map(finding => make("p", { class: "finding" }, unheard("⚠"), " ",
      finding.sentence)));
};

/** @param {TableData} table */
const lastRow = table =>
  Math.max(table.rows.length, ...[...open.edits.values()].map(edit => edit.row + 1));

/**
 * @param {TableData} table
 * @param {number} row
 */
const rowOf = (table, row) => make("tr", {},
  make("th", { scope: "row" }, row < table.rows.length ? String(row + 1) : "new"),
  ...table.columns.map(column => cell(table, row, column)));

/** @param {TableData} table */
const sheet = table => {
  const rows = Array.from({ length: lastRow(table) + (mayEdit() ? 1 : 0) }, (_, row) => row);
  const heads = table.columns.map(column => make("th", { scope: "col" }, column));
  return make("div", { class: "sheet", tabindex: 0, role: "region", "aria-label": table.name },
    make("table", { class: "list" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, unseen("Row")), ...heads)),
      make("tbody", {}, ...rows.map(row => rowOf(table, row)))));
};

/** @param {TableData} table */
const tableActions = table => make("div", { class: "actions" },
  buttonOf("button", () => {
    open.table = null;
    again();
  }, "All tables"),
  open.edits.size > 0 && buttonOf("button strong", () => preview(table), "Show what changes …"),
  open.edits.size > 0 && buttonOf("button", () => {
    drop();
    openTable(table.name);
  }, "Drop " + counted(open.edits.size, "edit")));

/** @param {TableData} table */
const tablePart = table => [
  tableActions(table),
  make("h2", {}, table.name),
  open.isLate && make("p", { class: "bad" }, unheard("⚠"),
    " The file changed since these cells were typed: look at each before you save."),
  ...table.findings.filter(finding => typeof finding.row !== "number")
  .map(finding => make("p", { class: "finding" }, finding.sentence)),
  sheet(table),
];

/** @param {TableHead} head */
const tableButton = ({ name, rows, findings }) => make("li", {},
  buttonOf("button wide", () => openTable(name), make("b", {}, name), make("small", {},
    [rows && counted(rows, "row"), findings && counted(findings, "finding")]
    .filter(Boolean).join(", "))));

export const tablesPanel = {
  name: "Tables",
  isWide: true,
  needs: () => [version, state.board],
  show: () => {
    if (!open.list && !isAsked) readList();
    if (open.table) return tablePart(open.table);
    return [
      make("h2", {}, "Tables"),
      make("p", { class: "soft" },
        "The files change only when you say so, and the difference is shown first."),
      isAsked && !open.list && buttonOf("button", readList, "The list did not come: ask again"),
      make("ul", { class: "plain-list" }, ...(open.list || []).map(tableButton)),
    ];
  },
};

// A file changed: the list and, where nothing was typed, the open table are read again.
export const heardTables = () => {
  if (open.list) readList();
  if (!open.table) return;
  if (!open.edits.size) openTable(open.table.name);
  else say("A table changed on disk. What you typed is kept.", { isBad: true });
};
