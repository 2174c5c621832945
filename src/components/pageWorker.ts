/**
 * A worker that ends with its page: when the reader leaves, at the latest, although a browser may keep the page itself
 * for a way back. Whoever still waits for its answers hears of it as of any failure, and may make another one if the
 * page comes back. Every worker of the site is made here; `address` is what `import.meta.resolve` says of it, written out
 * where it is called, for Framework finds it in the text.
 */
export function pageWorker(address: string, name: string): Worker {
  const worker = new Worker(address, {type: "module", name});
  const end = worker.terminate.bind(worker);
  const page = new AbortController();
  worker.terminate = () => {
    page.abort();
    end();
  };
  const leave = () => {
    worker.terminate();
    worker.dispatchEvent(new ErrorEvent("error", {message: "its page was left"}));
  };
  addEventListener("pagehide", leave, {signal: page.signal});
  return worker;
}
