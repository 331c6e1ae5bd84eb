// SPDX-License-Identifier: GPL-3.0-or-later

// The tables: cells to type in, what `check` says beside each, the difference before anything is saved.

import { newKey } from "./acts.js";
import { dialogOf } from "./dialog.js";
import { buttonOf, make, unheard, unseen } from "./elements.js";
import { get, postJSON } from "./server.js";
import { mayEdit, set, state } from "./store.js";
import { say } from "./voice.js";
import { counted, refusalText } from "./words.js";

/** @typedef {{ name: string, rows?: number, findings?: number }} TableHead */

/**
 * What is open; edits are kept until they are saved or dropped.
 *
 * @type {{ list: TableHead[] | null, table: TableData | null, edits: Map<string, TableEdit>, isLate: boolean }}
 */
const open = { list: null, table: null, edits: new Map(), isLate: false };
let version = 0;

const again = () => {
  version++;
  set({});
};

/** @param {string} name */
const path = name => "/api/tables/" + encodeURIComponent(name);

const shelf = () => "board-tables-" + state.board.scenario.id;

// Typed cells outlive a reload.
const keep = () => {
  const edits = [...open.edits.values()];
  if (open.table && edits.length) localStorage.setItem(shelf(), JSON.stringify({ name: open.table.name, digest: open.table.digest, edits }));
  else localStorage.removeItem(shelf());
};

/** @param {TableEdit} edit */
const cellKey = edit => edit.row + " " + edit.column;

/** @param {TableData} table */
const kept = table => {
  try {
    const { name, digest, edits } = JSON.parse(localStorage.getItem(shelf()) || "{}");
    if (name !== table.name) return new Map();
    open.isLate = digest !== table.digest;
    return new Map(/** @type {TableEdit[]} */ (edits).map(edit => [cellKey(edit), edit]));
  } catch (error) {
    return new Map();
  }
};

const readList = async () => {
  const { status, data } = await get("/api/tables");
  if (status === 200) open.list = data.tables;
  again();
};

/** @param {string} name */
const openTable = async name => {
  const { status, data } = await get(path(name));
  if (status !== 200) return say(status ? refusalText(data) : "The board does not answer.", { isBad: true });
  open.isLate = false;
  open.table = data;
  open.edits = kept(data);
  again();
  if (open.edits.size) check();
  return undefined;
};

const check = async () => {
  const { table } = open;
  if (!table) return;
  const { status, data } = await postJSON(path(table.name) + "/check", { edits: [...open.edits.values()] });
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

/** @param {TableData} table */
const save = async table => {
  const edits = [...open.edits.values()];
  const { status, data } = await postJSON(path(table.name) + "/save", { key: newKey(), author: state.author, digest: table.digest, edits });
  if (status !== 200) return say(status ? refusalText(data) : "The board does not answer: your cells are kept.", { isBad: true });
  open.edits.clear();
  keep();
  say(table.name + " is saved.");
  return openTable(table.name);
};

/** @param {TableData} table */
const preview = async table => {
  const { status, data } = await postJSON(path(table.name) + "/preview", { digest: table.digest, edits: [...open.edits.values()] });
  if (status !== 200) return say(status ? refusalText(data) : "The board does not answer: your cells are kept.", { isBad: true });
  const lines = /** @type {string[]} */ (data.difference);
  const dialog = dialogOf("What changes in " + table.name, {},
    make("pre", { class: "difference", tabindex: 0 }, ...lines.map(line =>
      make("span", { class: line.startsWith("+") ? "added" : line.startsWith("-") ? "gone" : "" }, line + "\n"))),
    make("div", { class: "actions" },
      buttonOf("button strong", () => {
        dialog.close();
        save(table);
      }, "Save the file"),
      buttonOf("button", () => dialog.close(), "Not yet")));
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
  const findings = table.findings.filter(finding => finding.row === row && finding.column === column);
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
    ...findings.map(finding => make("p", { class: "finding" }, unheard("⚠"), " ", finding.sentence)));
};

/** @param {TableData} table */
const lastRow = table => Math.max(table.rows.length, ...[...open.edits.values()].map(edit => edit.row + 1));

/** @param {TableData} table */
const sheet = table => make("div", { class: "sheet", tabindex: 0, role: "region", "aria-label": table.name },
  make("table", { class: "list" },
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, unseen("Row")), ...table.columns.map(column => make("th", { scope: "col" }, column)))),
    make("tbody", {}, ...Array.from({ length: lastRow(table) + (mayEdit() ? 1 : 0) }, (_, row) => make("tr", {},
      make("th", { scope: "row" }, row < table.rows.length ? String(row + 1) : "new"), ...table.columns.map(column => cell(table, row, column)))))));

/** @param {TableData} table */
const tablePart = table => [
  make("div", { class: "actions" },
    buttonOf("button", () => {
      open.table = null;
      again();
    }, "All tables"),
    open.edits.size ? buttonOf("button strong", () => preview(table), "Show what changes …") : null,
    open.edits.size ? buttonOf("button", () => {
      open.edits.clear();
      keep();
      openTable(table.name);
    }, "Drop " + counted(open.edits.size, "edit")) : null),
  make("h2", {}, table.name),
  open.isLate ? make("p", { class: "bad" }, unheard("⚠"), " The file changed since these cells were typed: look at each before you save.") : null,
  ...table.findings.filter(finding => finding.row === null || finding.row === undefined).map(finding => make("p", { class: "finding" }, finding.sentence)),
  sheet(table),
];

export const tablesPanel = {
  name: "Tables",
  isWide: true,
  needs: () => [version, state.board],
  show: () => {
    if (!open.list) readList();
    if (open.table) return tablePart(open.table);
    return [
      make("h2", {}, "Tables"),
      make("p", { class: "soft" }, "The files change only when you say so, and the difference is shown first."),
      make("ul", { class: "plain-list" }, ...(open.list || []).map(({ name, rows, findings }) => make("li", {},
        buttonOf("button wide", () => openTable(name), make("b", {}, name),
          make("small", {}, (rows === undefined ? "" : counted(rows, "row")) + (findings ? ", " + counted(findings, "finding") : "")))))),
    ];
  },
};

/** A file changed: the list and, where nothing was typed, the open table are read again. */
export const heardTables = () => {
  if (open.list) readList();
  if (open.table && !open.edits.size) openTable(open.table.name);
  else if (open.table) say("A table changed on disk. What you typed is kept; saving will tell if it does not fit.", { isBad: true });
};
