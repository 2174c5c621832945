/** What the page and the frame of a notebook say to each other. */
import type {Cell} from "./cell.js";

/** What a frame may ask the page for, by name: it has no network of its own. */
export type Wanted = "module" | "piece" | "worker" | "file" | "style";

/** A module with all that it imports and the frame has not had yet, the imported before the importing. */
export type Pieces = readonly {readonly name: string; readonly text: string}[];

/** The first message, with a port for all others. */
export interface Boot {
  readonly type: "boot";
  /** The address of the page that it is of, from the root of the book. */
  readonly page: string;
  readonly program: string;
  readonly css: string;
  /** The reader's choice of light or dark, if there is one. */
  readonly theme: string | undefined;
  readonly cells: readonly Cell[];
  /** The cells as the book has them: what a cell is reset to. */
  readonly written: readonly Cell[];
  readonly run: boolean;
}

export type ToFrame =
  | {readonly type: "cells"; readonly cells: readonly Cell[]}
  | {readonly type: "answer"; readonly id: number; readonly value?: unknown; readonly error?: string}
  | {readonly type: "theme"; readonly theme: string | undefined}
  | {readonly type: "ping"};

/** Data from outside for the page: every field is looked at before it is used. */
export type ToPage =
  | {readonly type: "edited"; readonly cells: readonly Cell[]}
  | {readonly type: "ask"; readonly id: number; readonly what: Wanted; readonly name: string}
  /** The frame's program has come, and cells are about to run. */
  | {readonly type: "begun"}
  | {readonly type: "pong"}
  | {readonly type: "height"; readonly height: number}
  | {readonly type: "download"; readonly blob: Blob; readonly name: string}
  | {readonly type: "link"; readonly href: string}
  | {readonly type: "reveal"; readonly top: number};
