import * as fs from "node:fs";

/** The calls of the file system by which anything is written: what a test may have fail. */
export interface Disk {
  readonly open: (path: string, flags: string) => number;
  readonly write: (file: number, bytes: Uint8Array, offset: number) => number;
  readonly sync: (file: number) => void;
  readonly close: (file: number) => void;
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
}

export const disk: Disk = {
  open: fs.openSync,
  write: (file, bytes, offset) => fs.writeSync(file, bytes, offset),
  sync: fs.fsyncSync,
  close: fs.closeSync,
  rename: fs.renameSync,
  remove: (path) => fs.rmSync(path, {force: true})
};

/** Writes all bytes; the system may take fewer at once. */
export function writeAll({write}: Disk, file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += write(file, bytes, at);
}
