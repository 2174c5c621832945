/** The cells of a notebook: the list, what each is defined as, and its place on the page. */
import type {NotebookRuntime} from "@observablehq/notebook-kit/runtime";
import {messageOf} from "../../message.js";
import {freeId, sameCode, type Cell} from "../cell.js";
import {cellView, type CellView} from "./cellView.js";
import {compile, type Compiled, type Untyped} from "./compile.js";
import {followers, twice} from "./names.js";
import {skeleton} from "./skeleton.js";

type DefineState = Parameters<NotebookRuntime["define"]>[0];
type Load = (specifier: string) => Promise<unknown>;

type Made = (...inputs: readonly unknown[]) => unknown;

interface Shown {
  readonly cell: Cell;
  readonly view: CellView;
  readonly state: DefineState;
  /** What the runtime has of it: an unchanged cell is not defined again. */
  readonly defined: Cell | undefined;
  /** The same, compiled. */
  readonly compiled: Compiled | undefined;
  readonly made: Made | undefined;
  /** What is wrong with the code as it is now; empty where nothing is. */
  readonly wrong: string;
}

interface Surroundings {
  readonly host: HTMLElement;
  readonly runtime: NotebookRuntime;
  readonly load: Load;
  /** The cells as the book has them. */
  readonly written: readonly Cell[];
  readonly edited: (cells: readonly Cell[]) => void;
}

interface Cells {
  /** Shows these cells in place of what was there; what stays the same keeps its value. */
  readonly set: (cells: readonly Cell[]) => Promise<void>;
  readonly add: () => void;
}

/** Whether a cell has no code in it, so that it can be shown before anything runs: prose, and formulas. */
const isStill = ({mode, value}: Cell): boolean =>
  (mode === "html" || mode === "md") && !value.replace(/\$\{tex(?:\.block)?`[^`$]*`\}/g, "").includes("${");

export function cellsOn({host, runtime, load, written, edited}: Surroundings, run: boolean): Cells {
  let all: readonly Shown[] = [];
  let untyped: Untyped | undefined;
  const originals = new Map(written.map((cell) => [cell.id, cell]));

  const find = (id: number): Shown => {
    const one = all.find(({cell}) => cell.id === id);
    if (one === undefined) throw new RangeError(`There is no cell ${id}.`);
    return one;
  };
  const put = (id: number, change: Partial<Shown>): Shown => {
    const one = {...find(id), ...change};
    all = all.map((other) => (other.cell.id === id ? one : other));
    const original = originals.get(id);
    one.view.show(one.cell, {
      stale: one.defined === undefined || !sameCode(one.defined, one.cell),
      original: original === undefined || sameCode(original, one.cell)
    });
    return one;
  };
  const tell = () => edited(all.map(({cell}) => cell));
  /** The compiler of types is there before cells are defined, for they are defined in one task. */
  const ready = async (cells: readonly Cell[]): Promise<void> => {
    if (untyped !== undefined || !cells.some(({mode}) => mode === "ts")) return;
    ({untyped} = (await load("notebook:typescript")) as {readonly untyped: Untyped});
  };

  /** Compiles a cell, if it has changed, and says which names that concerns; undefined where there is nothing to start. */
  function compileOne(id: number): readonly string[] | undefined {
    const {cell, defined, compiled: before} = find(id);
    if (defined !== undefined && sameCode(defined, cell)) return void put(id, {wrong: ""});
    try {
      const compiled = compile(cell, untyped ?? String);
      const make = new Function("__load", `"use strict"; return (${compiled.body});\n//# sourceURL=cell-${id}.js`);
      put(id, {defined: cell, compiled, made: make(load) as Made, wrong: ""});
      return [...(before?.outputs ?? []), ...compiled.outputs];
    } catch (error) {
      // the cell keeps what it last was, as on Observable; what depends on it is untouched
      put(id, {wrong: error instanceof SyntaxError ? `SyntaxError: ${error.message}` : messageOf(error)});
      return undefined;
    }
  }
  /** Gives the runtime new variables for a cell. */
  function start({cell, compiled, made, view, state}: Shown): void {
    if (compiled === undefined || made === undefined) return;
    if (cell.mode === "html" && view.root.childElementCount === 0) view.root.replaceChildren(...skeleton(cell.value));
    for (const variable of state.variables) variable.delete();
    state.variables = [];
    const {inputs, outputs, autodisplay} = compiled;
    runtime.define(state, {id: cell.id, body: made, inputs: [...inputs], outputs: [...outputs], autodisplay});
  }
  /**
   * Defines cells, and what follows from them or from names that are gone. Cells that are defined in one task never see each
   * other missing. What follows is begun anew: the runtime would have it wait for what it waited for before, which may never come.
   */
  function define(ids: readonly number[], gone: readonly string[] = []): void {
    const changed = new Map(ids.map((id) => [id, compileOne(id)]));
    const following = new Set(followers(all, [...gone, ...[...changed.values()].flatMap((names) => names ?? [])]));
    for (const one of all) {
      if (changed.get(one.cell.id) !== undefined || following.has(one)) start(one);
      one.view.complain(one.wrong || twice(one, all));
    }
  }
  async function rerun(id: number): Promise<void> {
    await ready([find(id).cell]);
    define([id]);
  }

  function show(cell: Cell): Shown {
    const {id} = cell;
    const change = (change: Partial<Cell>) => {
      put(id, {cell: {...find(id).cell, ...change}});
      tell();
    };
    const view = cellView(cell, {
      changed: (value) => change({value}),
      mode: (mode) => change({mode}),
      pin: () => change({pinned: !find(id).cell.pinned}),
      run: () => void rerun(id),
      add: () => add(all.findIndex((one) => one.cell.id === id) + 1),
      move: (by) => move(id, by),
      reset: () => {
        const original = originals.get(id);
        if (original === undefined) return;
        change({mode: original.mode, value: original.value});
        void rerun(id);
      },
      remove: () => {
        const next = all[all.findIndex((one) => one.cell.id === id) + 1];
        const gone = drop(find(id));
        all = all.filter((one) => one.cell.id !== id);
        define([], gone);
        next?.view.section.querySelector("button")?.focus(); // the keyboard stays where it was
        tell();
      }
    });
    const state: DefineState = {root: view.root as HTMLDivElement, expanded: [], variables: []};
    return {cell, view, state, defined: undefined, compiled: undefined, made: undefined, wrong: ""};
  }
  /** Takes a cell away, and gives the names that went with it. */
  const drop = ({view, state, compiled}: Shown): readonly string[] => {
    for (const variable of state.variables) variable.delete();
    view.section.remove();
    return compiled?.outputs ?? [];
  };

  function add(at: number): void {
    const cell: Cell = {id: freeId([...all.map(({cell}) => cell), ...written]), mode: "js", value: "", pinned: true};
    const one = show(cell);
    all = [...all.slice(0, at), one, ...all.slice(at)];
    host.insertBefore(one.view.section, host.children[at] ?? null);
    put(cell.id, {});
    one.view.area.focus();
    tell();
  }

  /** Order is for the reader's eye: the dataflow does not follow it, so nothing is computed. */
  function move(id: number, by: -1 | 1): void {
    const from = all.findIndex((one) => one.cell.id === id);
    const [one, other] = [all[from], all[from + by]];
    if (one === undefined || other === undefined) return;
    const focused = document.activeElement;
    all = all.map((same, i) => (i === from ? other : i === from + by ? one : same));
    // the other one is moved, so that this one's results and focus stay as they are
    if (by < 0) one.view.section.after(other.view.section);
    else one.view.section.before(other.view.section);
    if (focused instanceof HTMLElement) focused.focus();
    tell();
  }

  return {
    set: async (cells) => {
      await ready(cells);
      const before = new Map(all.map((one) => [one.cell.id, one]));
      const stays = new Set(cells.map(({id}) => id));
      const gone = all.flatMap((one) => (stays.has(one.cell.id) ? [] : drop(one)));
      all = cells.map((cell) => ({...(before.get(cell.id) ?? show(cell)), cell}));
      host.replaceChildren(...all.map(({view}) => view.section));
      for (const {cell, view} of all) {
        put(cell.id, {});
        view.section.classList.toggle("still", isStill(cell));
      }
      define(
        all.flatMap(({cell}) => (run || isStill(cell) ? [cell.id] : [])),
        gone
      );
    },
    add: () => add(all.length)
  };
}
