/**
 * A worker in the frame of a notebook: its code comes from the page. It begins at once, and keeps what it is told until
 * its code is there; `address` is that of the script on the site.
 */
declare global {
  var notebookWorker: (address: string) => Promise<string>;
}

const beginning = `const held = [];
const hold = (event) => {
  event.stopImmediatePropagation();
  if (event.data?.notebookWorker === undefined) return held.push(event);
  importScripts(URL.createObjectURL(new Blob([event.data.notebookWorker], {type: "text/javascript"})));
  removeEventListener("message", hold);
  for (const {data, ports} of held) dispatchEvent(new MessageEvent("message", {data, ports}));
};
addEventListener("message", hold);`;

export function pageWorker(address: string, name: string): Worker {
  const url = URL.createObjectURL(new Blob([beginning], {type: "text/javascript"}));
  const worker = new Worker(url, {name});
  globalThis.notebookWorker(address.split("#")[0] ?? address).then(
    (notebookWorker) => worker.postMessage({notebookWorker}),
    (error: unknown) => worker.dispatchEvent(new ErrorEvent("error", {message: String(error)}))
  );
  return worker;
}
