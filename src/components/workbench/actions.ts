import {button, element} from "../element.js";
import {messageOf} from "../message.js";
import {download} from "../download.js";
import {AGAIN} from "./proof.js";

interface ActionsSpec {
  readonly toggle: () => void;
  readonly again: () => void;
  /** The run as it stands, as a file. */
  readonly file: () => Promise<{readonly name: string; readonly bytes: Uint8Array}>;
  /** Further forms of the run's result, for other programs. */
  readonly takeAway: readonly {
    readonly label: string;
    readonly file: () => Promise<{readonly name: string; readonly bytes: Uint8Array}>;
  }[];
  readonly load: (bytes: Uint8Array) => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly prove: () => Promise<string>;
}

/** What a reader does with a run besides scrubbing it, and what is said of it. */
interface Actions {
  readonly node: HTMLElement;
  readonly show: (state: {readonly training: boolean; readonly done: boolean; readonly trained: boolean}) => void;
  /** What is said beside the buttons, at once; and to those who hear the page, every few seconds. */
  readonly say: (text: string) => void;
  readonly told: (text: string) => void;
  readonly offerResume: (what: string | undefined) => void;
}

const QUIET = 4000;

export function actions({toggle, again, file, takeAway, load, resume, prove}: ActionsSpec): Actions {
  const status = element("span", {className: "bench-status"});
  const heard = element("p", {className: "bench-heard", role: "status"});
  const outcome = element("p", {className: "bench-told", role: "status", hidden: true});
  const told = (text: string): void => {
    outcome.textContent = text;
    outcome.hidden = text === "";
  };
  const trying = (work: () => Promise<unknown>) => async () => {
    try {
      await work();
    } catch (error) {
      told(messageOf(error));
    }
  };
  const train = button("Train", toggle, "button primary");
  const anew = button("Begin again", again, "button");
  anew.hidden = true;
  const picker = element("input", {type: "file", hidden: true, tabIndex: -1, ariaLabel: "File of a run"});
  picker.accept = ".safetensors";
  picker.addEventListener("change", (event) => {
    event.stopPropagation();
    const [chosen] = picker.files ?? [];
    picker.value = "";
    if (chosen !== undefined) void trying(async () => load(new Uint8Array(await chosen.arrayBuffer())))();
  });
  picker.addEventListener("input", (event) => event.stopPropagation());
  const save = button(
    "Save",
    trying(async () => {
      const {name, bytes} = await file();
      download(new Blob([bytes.slice()]), name);
      told(`Saved ${name}: ${Math.ceil(bytes.length / 1000)} kB, to load here or to read elsewhere as safetensors.`);
    })
  );
  const taking = takeAway.map(({label, file: made}) =>
    button(
      label,
      trying(async () => {
        const {name, bytes} = await made();
        download(new Blob([bytes.slice()]), name);
        told(`Saved ${name}: ${Math.ceil(bytes.length / 1000)} kB, for other engines.`);
      })
    )
  );
  const proving = button(
    "Prove it",
    trying(async () => {
      told(AGAIN);
      told(await prove());
    })
  );
  const resuming = button("Resume", trying(resume));
  resuming.hidden = true;
  const node = element(
    "div",
    {className: "bench-actions"},
    train,
    anew,
    resuming,
    status,
    element(
      "span",
      {className: "bench-more"},
      save,
      button("Load", () => picker.click()),
      ...taking,
      proving
    ),
    picker,
    heard,
    outcome
  );
  let last = -Infinity;
  return {
    node,
    told,
    show: ({training, done, trained}) => {
      train.textContent = training ? "Pause" : trained ? "Go on" : "Train";
      train.disabled = done;
      anew.hidden = !trained || training;
      for (const each of [save, proving, ...taking]) each.disabled = !trained;
    },
    say: (text) => {
      status.textContent = text;
      const now = performance.now();
      if (now - last < QUIET) return;
      last = now;
      heard.textContent = text;
    },
    offerResume: (what) => {
      resuming.hidden = what === undefined;
      resuming.textContent = what === undefined ? "" : `Resume ${what}`;
    }
  };
}
