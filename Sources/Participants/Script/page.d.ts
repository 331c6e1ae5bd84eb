// SPDX-License-Identifier: GPL-3.0-or-later

// What the page's HTML brings as data, and what its scripts make of it. For the checker alone: the
// page does not carry it.

/** A value and the words for it. */
type Pair = [value: string, words: string];

/** Seconds since 1970-01-01 00:00 UTC. */
type Instant = number;

/** The name of a time zone, such as `Asia/Tokyo`. */
type ZoneName = string;

type Choice = "kinds" | "themes" | "rooms" | "languages";
type ClockChoice = "venue" | "own" | "utc";
type View = "grid" | "list" | "agenda";
type TimeForm = "clock" | "moment";
type Phase = "" | "past" | "now" | "next";

/** A publication. */
interface Edition {
  number: number;
  instant: Instant;
}

interface Room {
  id: string;
  name: string;
  /** Building or floor; none for what only this page calls a room. */
  place?: string;
  /** Ids under which it was published before. */
  former?: string[];
}

/** A session as the data have it. */
interface SessionData {
  id: string;
  anchor: string;
  /** Ids under which it was published before, each with its anchor. */
  former: [string, string][];
  uid: string;
  start: Instant;
  end: Instant;
  room: string;
  kinds: string[];
  themes: string[];
  languages: string[];
  isCancelled: boolean;
  sequence: number;
  /** 0 to 7. */
  colour: number;
  url: string;
  conference: string;
  /** The calendar that holds it alone, from the page's folder; empty where none is published. */
  feed: string;
}

interface DayData {
  anchor: string;
  /** At the venue: `2023-10-09`. */
  date: string;
  /** Places in the list of sessions. */
  sessions: number[];
}

/** What a key says, or what it says by the category of a number. */
type Entry = string | Record<string, string>;

interface PageData {
  /** The tag of the language that the page is written in. */
  language: string;
  /** By key, with gaps such as `{title}`. */
  words: Record<string, Entry>;
  meeting: string;
  name: string;
  zone: ZoneName;
  /** Of the publication; 0 where the page is of none. */
  number: number;
  /** When it was published. */
  stamp: Instant;
  /** Where the publication is found; empty where that is not known. */
  address: string;
  /** The worker that keeps the page on the device, from its folder; empty where none is published. */
  worker: string;
  isFinal: boolean;
  kinds: Pair[];
  themes: Pair[];
  languages: Pair[];
  rooms: Room[];
  days: DayData[];
  sessions: SessionData[];
}

/** A session on the page. */
interface Session extends SessionData {
  card: HTMLElement;
  title: string;
  /** The stars that pick it. */
  picked: HTMLElement[];
  /** Its place in the timetable, once that is made. */
  cell: HTMLElement | null;
  day: Day;
  phase: Phase;
  cellPhase: Phase;
  /** What a search looks through, once one was made. */
  haystack?: string;
}

interface Day {
  anchor: string;
  date: string;
  sessions: Session[];
  section: HTMLElement;
  link: HTMLElement | null;
  timetable: Timetable | null;
}

/** A day's timetable. */
interface Timetable {
  grid: HTMLElement;
  from: Instant;
  to: Instant;
  ticks: { node: HTMLElement; instant: Instant }[];
  nowLine: HTMLElement;
}

/** When and where a session was when it was picked. */
type Picked = [start: Instant, room: string];

type Listeners = Record<string, (event: Event) => void>;

interface Attributes {
  on?: Listeners;
  [name: string]: string | boolean | null | undefined | Listeners;
}
