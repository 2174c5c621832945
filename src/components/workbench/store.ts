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

/** The file of a name; undefined if there is none, or the browser keeps none. */
export const fileOf = (name: string): Promise<Uint8Array | undefined> =>
  asked<unknown>("readonly", (files) => files.get(name)).then(
    (file) => (file instanceof Uint8Array ? file : undefined),
    () => undefined
  );

/** Keeps a file under a name. @throws what the browser says when it has no room. */
export const keepFile = async (name: string, file: Uint8Array): Promise<void> => {
  await asked("readwrite", (files) => files.put(file, name));
};

/** Forgets the file of a name. */
export const forgetFile = async (name: string): Promise<void> => {
  await asked("readwrite", (files) => files.delete(name));
};
