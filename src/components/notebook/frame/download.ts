/** In the frame of a notebook a file is handed to the page, which hands it to the reader. */
declare global {
  var notebookDownload: (blob: Blob, name: string) => void;
}

export const download = (blob: Blob, name: string): void => globalThis.notebookDownload(blob, name);
