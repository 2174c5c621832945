/**
 * The first of three layers against cells that never end: their code asks the time in each loop and each function. It works
 * where a frame has no process of its own, and only the cell that is late is stopped.
 */
import {simple, type SimpleVisitors} from "acorn-walk";
import {parseJavaScript} from "@observablehq/notebook-kit";

/** Milliseconds that the code of cells may keep the frame without a pause. */
const LIMIT = 3000;

interface Guard {
  /** Called in each turn of a loop, and at the start of each function: throws in a task that has run too long. */
  readonly tick: () => void;
}

/**
 * @param now - a clock, in milliseconds
 * @param whenOver - calls back when the running task is over
 */
export function guard(now: () => number, whenOver: (over: () => void) => void): Guard {
  let ticks = 0;
  let began: number | undefined;
  let late = false;
  const over = () => {
    began = undefined;
    late = false;
  };
  return {
    tick: () => {
      // a clock at each turn would be most of a short loop; once late, a loop that catches errors must not go on
      if ((++ticks & 255) !== 0 && !late) return;
      const time = now();
      if (began === undefined) {
        began = time;
        whenOver(over);
      } else if (time - began > LIMIT) {
        late = true;
        throw new Error(`stopped: it ran ${LIMIT / 1000} seconds without a pause`);
      }
    }
  };
}

/** Calls back after the running task: a message to oneself is, unlike a timer, never held back in hidden pages. */
export function afterTask(): (over: () => void) => void {
  const {port1, port2} = new MessageChannel();
  let pending: (() => void) | undefined;
  port1.onmessage = () => pending?.();
  return (over) => {
    pending = over;
    port2.postMessage(0);
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A scheme that the compiler leaves alone: else it would write the address of a CDN for what it knows. */
const SCHEME = "notebook:";

/** JavaScript with a tick in each loop and function, no line longer; what it imports is marked for `linked`. */
export function guarded(source: string): string {
  const {body} = parseJavaScript(source);
  const edits: {readonly at: number; readonly end: number; readonly put: string}[] = [];
  const insert = (at: number, put: string) => edits.push({at, end: at, put});
  const statement = (body: Span & {readonly type: string}) => {
    if (body.type === "BlockStatement") return void insert(body.start + 1, "__tick();");
    insert(body.start, "{__tick();");
    insert(body.end, "}");
  };
  const called = ({body}: {readonly body: Span & {readonly type: string}}) => {
    if (body.type === "BlockStatement") return statement(body);
    // brackets around an arrow's body stand outside of its node, so a comma in new ones is right either way
    insert(body.start, "(__tick(), ");
    insert(body.end, ")");
  };
  const looped = ({body}: {readonly body: Span & {readonly type: string}}) => statement(body);
  const imported = ({source}: {readonly source: object | null}) => {
    const literal = source as (Span & {readonly value?: unknown}) | null;
    if (literal === null || typeof literal.value !== "string") return;
    edits.push({at: literal.start, end: literal.end, put: JSON.stringify(SCHEME + literal.value)});
  };
  const visitors: SimpleVisitors<unknown> = {
    WhileStatement: looped,
    DoWhileStatement: looped,
    ForStatement: looped,
    ForInStatement: looped,
    ForOfStatement: looped,
    FunctionDeclaration: called,
    FunctionExpression: called,
    ArrowFunctionExpression: called,
    ImportDeclaration: imported,
    ImportExpression: imported
  };
  simple(body, visitors);
  // from the end to the start, so that places stay right; at one place the later edit is the inner one
  return edits
    .map((edit, order) => ({...edit, order}))
    .sort((a, b) => b.at - a.at || b.order - a.order)
    .reduce((text, {at, end, put}) => text.slice(0, at) + put + text.slice(end), source);
}

/** A compiled body that asks `__load` for its modules. */
export const linked = (body: string): string =>
  body.replace(new RegExp(`\\bimport\\("${SCHEME}([^"]*)"`, "g"), '__load("$1"');
