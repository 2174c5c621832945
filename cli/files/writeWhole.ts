import {basename, dirname, join} from "node:path";
import {disk as ownDisk, writeAll, type Disk} from "./disk.js";

const encoder = new TextEncoder();

/** Files that were begun and not ended: what a process leaves behind that was killed while it wrote. */
export const isTemporary = (name: string): boolean => /^\..*\.tmp$/.test(name);

/**
 * Writes a file so that, whatever happens, there is the old one or the new one, whole: under another name in the same folder,
 * on the disk, then renamed, and the folder on the disk too.
 *
 * @throws what the disk throws; then nothing of the new file is left, and the old one is as it was.
 */
export function writeWhole(path: string, content: Uint8Array | string, disk: Disk = ownDisk): void {
  const bytes = typeof content === "string" ? encoder.encode(content) : content;
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = disk.open(temporary, "w");
    try {
      writeAll(disk, file, bytes);
      disk.sync(file);
    } finally {
      disk.close(file);
    }
    disk.rename(temporary, path);
  } catch (error) {
    disk.remove(temporary);
    throw error;
  }
  syncFolder(dirname(path), disk);
}

/** Has the names in a folder written down, where the system lets a folder be opened. */
function syncFolder(path: string, disk: Disk): void {
  if (process.platform === "win32") return;
  const folder = disk.open(path, "r");
  try {
    disk.sync(folder);
  } finally {
    disk.close(folder);
  }
}
