/** What an event of a port may carry. */
export interface PortEvent {
  readonly data?: unknown;
  readonly message?: string;
  readonly reason?: unknown;
  readonly preventDefault?: () => void;
}

/** One end of a line to a worker, as browsers have it: a Worker, or inside it `self`. */
export interface EventPort {
  postMessage(message: unknown): void;
  addEventListener(type: string, listener: (event: PortEvent) => void): void;
  removeEventListener(type: string, listener: (event: PortEvent) => void): void;
  terminate?(): unknown;
}

/** One end of a line to a worker, as Node has it: a Worker of worker_threads, or inside it `parentPort`. */
export interface EmitterPort {
  postMessage(message: unknown): void;
  on(type: string, listener: (value: unknown) => void): unknown;
  off(type: string, listener: (value: unknown) => void): unknown;
  terminate?(): unknown;
}

/** One end of a channel: a worker, a message port, or Node's of either. */
export type Port = EventPort | EmitterPort;

/** What can be heard on a port. */
interface Hearing {
  readonly message: (data: unknown) => void;
  /** A message came that could not be read. */
  readonly garbled: (cause: unknown) => void;
  /** Something threw at the other end, or here without being caught. */
  readonly failed: (cause: unknown) => void;
  /** The other end is gone. */
  readonly gone: (code: unknown) => void;
}

/** Listens to a port of either kind; the function returned leaves no listener behind. */
export function listen(port: Port, {message, garbled, failed, gone}: Hearing): () => void {
  if ("on" in port) return attach(port, {message, messageerror: garbled, error: failed, exit: gone});
  const listeners: Readonly<Record<string, (event: PortEvent) => void>> = {
    message: ({data}) => message(data),
    messageerror: garbled,
    error: (event) => {
      event.preventDefault?.(); // it is reported on the stream
      failed(event.message);
    },
    unhandledrejection: ({reason}) => failed(reason)
  };
  for (const [type, listener] of Object.entries(listeners)) port.addEventListener(type, listener);
  return () => {
    for (const [type, listener] of Object.entries(listeners)) port.removeEventListener(type, listener);
  };
}

function attach(port: EmitterPort, listeners: Readonly<Record<string, (value: unknown) => void>>): () => void {
  for (const [type, listener] of Object.entries(listeners)) port.on(type, listener);
  return () => {
    const ignore = (): void => undefined; // an error on its way when the worker is ended would crash the process
    const forget = (): void => {
      port.off("error", ignore);
      port.off("exit", forget);
    };
    port.on("error", ignore);
    port.on("exit", forget);
    for (const [type, listener] of Object.entries(listeners)) port.off(type, listener);
  };
}
