import type {EventPort, PortEvent} from "../../lib/reactive/worker/port.js";
import type {Reply, Request} from "../../lib/reactive/worker/protocol.js";

/** One end of a line that counts its listeners; `emit` is what the other end does to it. */
export function fakePort(post: (message: unknown) => void, terminate?: () => void) {
  const listeners = new Map<string, Set<(event: PortEvent) => void>>();
  const port: EventPort = {
    postMessage: post,
    addEventListener: (type, listener) => void listeners.set(type, (listeners.get(type) ?? new Set()).add(listener)),
    removeEventListener: (type, listener) => void listeners.get(type)?.delete(listener),
    ...(terminate && {terminate})
  };
  return {
    port,
    emit: (type: string, event: PortEvent = {}) =>
      [...(listeners.get(type) ?? [])].forEach((listener) => listener(event)),
    listening: () => [...listeners.values()].reduce((sum, {size}) => sum + size, 0)
  };
}

/** A worker whose answers the test writes itself. */
export function scripted() {
  const workers: {
    readonly sent: Request[];
    readonly reply: (reply: Reply) => void;
    readonly emit: (type: string, event?: PortEvent) => void;
    readonly listening: () => number;
    ended: boolean;
  }[] = [];
  const create = () => {
    const sent: Request[] = [];
    const {port, emit, listening} = fakePort(
      (message) => sent.push(structuredClone(message) as Request),
      () => (worker.ended = true)
    );
    const worker = {sent, emit, listening, reply: (data: unknown) => emit("message", {data}), ended: false};
    workers.push(worker);
    return port;
  };
  return {create, workers, living: () => workers.filter(({ended}) => !ended).length};
}

/** A worker that really serves, on this thread: messages are copied, and delivered at once. */
export function served(
  serving: (port: EventPort) => {unsubscribe(): void},
  copy: (message: unknown) => unknown = structuredClone
) {
  let made = 0;
  let living = 0;
  let listening = 0;
  const log: (Request | Reply)[] = [];
  const create = () => {
    made++;
    living++;
    const here = fakePort(
      (message) => {
        const data = copy(message) as Request;
        log.push(data);
        there.emit("message", {data});
      },
      () => {
        living--;
        service.unsubscribe();
        listening += here.listening() + there.listening();
      }
    );
    const there = fakePort((message) => {
      const data = copy(message) as Reply;
      log.push(data);
      here.emit("message", {data});
    });
    const service = serving(there.port);
    return here.port;
  };
  return {create, log, made: () => made, living: () => living, listening: () => listening};
}
