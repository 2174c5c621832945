/** What a helping thread is told when it begins. */
export interface Opening {
  /** A module and a memory of WebAssembly. */
  readonly module: object;
  readonly memory: {readonly buffer: ArrayBufferLike};
  /** Of the tickets, of a job's numbers, of what it threw, and of the code of the module that fuses, once there is any. */
  readonly words: SharedArrayBuffer;
  readonly job: SharedArrayBuffer;
  readonly failure: SharedArrayBuffer;
  readonly code: SharedArrayBuffer;
  /** Which helper this is, of threads − 1. */
  readonly helper: number;
  readonly threads: number;
}

/** A worker, as Node or as a browser has it. */
interface Thread {
  postMessage(message: unknown): void;
  terminate(): unknown;
  /** Of Node: from then on the process may end while the thread waits. */
  unref?(): void;
  on?(type: string, listener: (value: unknown) => void): unknown;
  addEventListener?(type: string, listener: (event: {readonly preventDefault?: () => void}) => void): void;
}

/** What is used of Node's worker_threads. */
interface NodeThreads {
  readonly Worker: new (script: URL) => Thread;
  readonly parentPort: {
    once(type: "message", listener: (message: Opening) => void): void;
    postMessage(message: unknown): void;
  } | null;
}

/** Node's worker_threads, where there are any: asked for at run time, so that no bundle of a page looks for them. */
export function threadsOfNode(): NodeThreads | undefined {
  const {process} = globalThis as {process?: {getBuiltinModule?: (name: string) => unknown}};
  return process?.getBuiltinModule?.("node:worker_threads") as NodeThreads | undefined;
}

/** The address of a script: a text, or what has one, as a URL does. */
type Address = string | {readonly href: string};

const newThread = (address: Address | undefined): Thread => {
  const node = threadsOfNode();
  const script = typeof address === "object" ? address.href : address;
  const here = import.meta.url; // by this name, for bundlers look into a URL's words, and warn of those that they cannot tell
  if (node !== undefined) return new node.Worker(new URL(script ?? "./threadsHelper.js", here));
  return script === undefined
    ? new Worker(new URL("./threadsHelper.js", import.meta.url), {type: "module"}) // bundlers know these words
    : new Worker(script, {type: "module"});
};

/** Starts a thread of this script; resolves when it is ready, rejects where it cannot be. `gone` when it ends later. */
export function startThread(script: Address | undefined, opening: Opening, gone: () => void): Promise<Thread> {
  return new Promise((resolve, reject) => {
    const thread = newThread(script);
    const failed = (): void => {
      gone();
      reject(new Error("the script of a helping thread did not start"));
    };
    const ready = (): void => {
      thread.unref?.();
      resolve(thread);
    };
    if (thread.on !== undefined) {
      thread.on("message", ready);
      thread.on("error", failed);
      thread.on("exit", failed);
    } else {
      thread.addEventListener?.("message", ready);
      thread.addEventListener?.("error", (event) => {
        event.preventDefault?.();
        failed();
      });
    }
    thread.postMessage(opening);
  });
}
