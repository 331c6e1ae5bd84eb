// SPDX-License-Identifier: GPL-3.0-or-later

// What the line that a publication writes above the worker's script declares. For the checker alone.

interface WorkerEdition {
  /** Of the publication. */
  number: number;
  /** When it was published: seconds since 1970-01-01 00:00 UTC. */
  instant: number;
  /** The pages that are kept, from the worker's own folder; the first is the programme. */
  pages: string[];
}

declare const edition: WorkerEdition;
