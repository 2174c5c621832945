/** Files that the site keeps in the reader's browser, by name: saved runs. Nobody else sees them. */
const DATABASE = "llm-first-principles";
const FILES = "files";

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(FILES);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The browser keeps no files here."));
  });

/** One request of one transaction. */
async function asked<T>(mode: IDBTransactionMode, ask: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const request = ask(database.transaction(FILES, mode).objectStore(FILES));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("The browser could not keep the file."));
    });
  } finally {
    database.close();
  }
}

/** A file, and a word about it for whoever may want it back. */
interface Kept {
  readonly bytes: Uint8Array;
  readonly note: string;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === "object" &&
  value !== null &&
  "bytes" in value &&
  value.bytes instanceof Uint8Array &&
  "note" in value;

/** The file of a name; undefined if there is none, or the browser keeps none. */
export const fileOf = (name: string): Promise<Kept | undefined> =>
  asked<unknown>("readonly", (files) => files.get(name)).then(
    (kept) => (isKept(kept) ? kept : undefined),
    () => undefined
  );

/** Keeps a file under a name. @throws what the browser says when it has no room. */
export const keepFile = async (name: string, bytes: Uint8Array, note: string): Promise<void> => {
  await asked("readwrite", (files) => files.put({bytes, note} satisfies Kept, name));
};
