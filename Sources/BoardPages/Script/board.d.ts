// SPDX-License-Identifier: GPL-3.0-or-later

// What the board's answers hold, and what its scripts make of them. For the checker alone: the page
// does not carry it.

/** On the wall at the venue: `2026-12-08T09:00`. */
type WallTime = string;

/** Minutes since midnight. */
type Minute = number;

interface Place {
  start: WallTime;
  room: string;
}

interface DayData {
  date: string;
  /** Name of the day; empty where the table has none. */
  label?: string;
  /** From and to: `09:00`. */
  open: [string, string][];
  /** Where sessions start; null where any step of the grid will do. */
  starts: string[] | null;
}

interface RoomData {
  id: string;
  name: string;
  seats?: number | null;
  facilities?: string[];
}

interface Named {
  id: string;
  name: string;
}

interface ActivityData extends Named {
  kind?: string;
  /** Whom to ask. */
  contacts?: string[];
}

interface SessionData {
  id: string;
  title: string;
  kind: string;
  minutes: number;
  themes: string[];
  activities: string[];
  people: { id: string, role?: string }[];
  pinned_by_table?: boolean;
  optional?: boolean;
  held_reason?: string | null;
  links: string[];
}

interface BoardData {
  scenario: {
    id: string;
    title: string;
    zone: string;
    days: DayData[];
    grid_minutes: number;
    rooms: RoomData[];
    kinds: Named[];
    themes: Named[];
    people: Named[];
    activities: ActivityData[];
    sessions: SessionData[];
    /** What `check` says of the tables; a scenario that it refuses opens on these. */
    findings?: TableFinding[];
    /** The files of `what-if/`. */
    what_ifs?: { name: string, question: string }[];
  };
  drafts: DraftHead[];
  /** The id of the draft that is opened first. */
  opens_with?: number | null;
  you: { may_edit: boolean, name?: string | null };
}

type Stage = "open" | "swaps" | "closed";

interface DraftHead {
  id: number | string;
  name: string;
  parent?: unknown;
  stage: Stage;
  /** Number of its last act. */
  head: number;
  /** Its numbers in the history of drafts, each as it was after an act. */
  kept?: { draft: number, act: number }[];
}

/** A draft of the history, as `programme drafts` lists it. */
interface KeptDraft {
  number: number;
  /** Seconds since 1970-01-01 00:00 UTC. */
  instant: number;
  origin: string;
  name?: string | null;
  note?: string | null;
  objective?: number | null;
}

interface Cause {
  sessions: string[];
  people?: string[];
  units?: number;
  sentence: string;
}

interface Cost {
  rule: string;
  title: string;
  /** In words: `clashes between kinds`. */
  unit?: string;
  units: number;
  weight: number;
  cost: number;
  causes: Cause[];
}

interface Violation {
  id: string;
  rule: string;
  title?: string;
  sessions: string[];
  people?: string[];
  rooms?: string[];
  sentence: string;
  /** Why it is accepted; false or null where it is not. */
  accepted?: boolean | string | null;
}

interface FairnessRow {
  /** kind, region or group. */
  sort?: string;
  group: string;
  cost: number;
  sessions: string[];
}

interface LinkState {
  kind: string;
  strength?: string | number;
  sessions: string[];
  kept: boolean;
  sentence: string;
  /** Ids of sessions or activities. */
  from?: string;
  to?: string;
  reason?: string;
}

/** Where a price is written: in the middle of its row, or moved so that it stays in its day. */
type Writing = "none" | "middle" | "down" | "up";

type Places = Record<string, Place | null>;

interface DraftState {
  draft: DraftHead;
  places: Places;
  pins: Record<string, string>;
  notes?: { session?: string | null, text: string, author?: string, instant?: number }[];
  unplaced: string[];
  held: string[];
  costs: Cost[];
  objective: number;
  violations: Violation[];
  fairness: FairnessRow[];
  linkages: LinkState[];
  can_undo?: boolean;
  can_redo?: boolean;
  /** By author: the act that they would undo. */
  undo?: Record<string, number>;
  redo?: Record<string, number>;
}

interface Break {
  rule: string;
  title?: string;
  sessions?: string[];
  sentence: string;
}

interface PricedPlace {
  start: WallTime;
  room: string;
  /** What the draft's cost changes by. */
  cost: number;
  /** Hard rules that would be broken; empty where none is. */
  breaks: Break[];
  /** Barred whatever the other sessions do. */
  always?: boolean;
}

interface Related {
  activity: string[];
  links: string[];
  people: string[];
}

interface Lift {
  session: string;
  /** Where it is; null where it is nowhere. */
  here?: PricedPlace | Place | null;
  places: PricedPlace[];
  related: Related;
}

interface Move {
  session: string;
  from: Place | null;
  to: Place | null;
}

interface Chain {
  delta: number;
  moves: Move[];
  ask?: { activity: string, contacts: string[] }[];
}

interface Chains {
  session: string;
  swaps: Chain[];
  /** Whether all were looked at. */
  complete: boolean;
  /** Whether more are being looked for. */
  isFirst?: boolean;
}

/** What is sent for an act, in this order: the same act is the same bytes, however it was made. */
interface ActBody {
  key: string;
  base: number;
  author: string;
  why: string;
  kind: string;
  moves?: Move[];
  [more: string]: unknown;
}

interface LoggedAct {
  number: number;
  author: string;
  /** Seconds since 1970-01-01 00:00 UTC. */
  instant: number;
  kind: string;
  why?: string;
  undone?: boolean;
  moves?: Move[];
  sessions?: string[];
  session?: string | null;
  text?: string;
  violation?: string;
  stage?: Stage;
  /** Of an undo or redo: which one. */
  act?: number;
  name?: string;
  publication?: Published;
  /** Where a search found the moves. */
  computed?: {
    question: string;
    command: string;
    status: string;
    objective?: number | null;
    bound?: number | null;
    isStopped?: boolean | null;
  };
  tables?: { file: string }[];
}

/** What the log has of a publication. */
interface Published {
  number: number;
  /** draft or final. */
  status: string;
  /** Its number in the history of drafts. */
  kept: number;
  folder: string;
  /** What changed. */
  summary: string;
}

interface PublishQuestion {
  sort: string;
  from: string;
  to: string;
  words: string;
  yes: string;
  no: string;
}

interface PublishResult {
  text: string;
  notes: string;
  publication: Published;
  is_new: boolean;
  /** How many. */
  files: number;
  /** The number of its act in the log. */
  act: number | null;
  not_logged: string | null;
}

interface Publication {
  id: string;
  draft: number | string;
  state: "previewing" | "asks" | "ready" | "publishing" | "published" | "failed" | "dropped";
  /** Why nothing was published although somebody said yes; empty where it was not so. */
  meanwhile: string;
  /** As the command says it. */
  text: string;
  notes: string;
  command: string;
  folder: string;
  number: number | null;
  is_new: boolean;
  needs_reason: boolean;
  settings: {
    status: string,
    cancelled: string,
    people: string,
    address: string,
    language: string,
  } | null;
  questions: PublishQuestion[];
  sentences: string[];
  result: PublishResult | null;
}

/** What is said of a publication; empty where it is as before. */
interface PublishForm {
  status: string;
  note: string;
  reason: string;
  cancelled: string;
  people: string;
  address: string;
  language: string;
  new_addresses: string;
  out: string;
  renews_listed: boolean;
  force: boolean;
  /** By the id that is gone: its new id, or nothing. */
  answers: Record<string, string>;
}

interface Conflict {
  /** The acts since, by others. */
  theirs?: LoggedAct[];
  sentence?: string;
  sessions?: string[];
  head?: number;
}

interface Refusal {
  error?: string | { sentence?: string, message?: string };
  sentence?: string;
  findings?: { sentence: string }[];
  conflict?: Conflict;
}

/** An edit that the board has not yet answered. */
interface Waiting {
  /** When it was made, in milliseconds since 1970: edits are sent in this order. */
  since: number;
  path: string;
  body: ActBody;
  /** Set while a person is asked about it. */
  conflict?: Conflict;
}

interface Solve {
  id: string;
  /** The later of two words about it has the higher one. */
  change?: number;
  draft?: number | string;
  kind: string;
  session?: string | null;
  /** Of a what-if. */
  name?: string | null;
  /** False where the answer is about other tables. */
  may_accept?: boolean;
  state: "running" | "done" | "stopped" | "failed" | "accepted" | "dropped";
  incumbent?: number | null;
  bound?: number | null;
  /** 0 to 1. */
  gap?: number | null;
  seconds?: number;
  moves?: Move[];
  objective?: number | null;
  before?: number | null;
  sentences?: string[];
}

interface TableFinding {
  id?: string;
  severity?: string;
  /** From 0, under the header. */
  row?: number | null;
  column?: string | null;
  file?: string;
  line?: number | null;
  /** What stands there: an id where the finding is about whoever has it. */
  value?: string | null;
  sentence: string;
  /** What would be right. */
  suggestion?: string | null;
}

interface TableData {
  name: string;
  digest: string;
  columns: string[];
  rows: string[][];
  findings: TableFinding[];
}

interface TableEdit {
  row: number;
  column: string;
  value: string;
}

interface Filters {
  room: string;
  kind: string;
  theme: string;
  person: string;
  activity: string;
  problem: boolean;
  words: string;
}

interface Tally {
  shown: number;
  hidden: number;
  unplaced: number;
  held: number;
  all: number;
}

/** A stretch of a day on the screen. */
interface Row {
  from: Minute;
  to: Minute;
  /** Nothing can start or run here: lunch, the night. */
  isBreak: boolean;
  /** A session may start at its beginning. */
  isStart: boolean;
}

interface Stay {
  id: string;
  room: string;
  start: Minute;
  end: Minute;
}

/** Sessions of a room that overlap, or one alone. */
interface Cluster {
  start: Minute;
  end: Minute;
  lanes: number;
  stays: (Stay & { lane: number })[];
}

interface Mark {
  colour: number;
  sign: string;
}

type Connection = "joined" | "lost";

interface State {
  board: BoardData;
  draft: DraftState;
  /** A date, or `week`. */
  view: string;
  filters: Filters;
  tab: string;
  isOpen: boolean;
  selected: string;
  picked: Set<string>;
  lift: Lift | null;
  lifted: string;
  chains: Chains | null;
  waiting: Waiting[];
  connection: Connection;
  solves: Solve[];
  log: LoggedAct[] | null;
  author: string;
}

type Child = Node | string | null | undefined | false;
type Listeners = Record<string, (event: any) => void>;
type Attributes = Record<string, string | number | boolean | null | undefined | Listeners>;
