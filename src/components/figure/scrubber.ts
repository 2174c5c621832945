import {control, moved, settled, type Control} from "./control.js";
import {attributes, button, element} from "../element.js";
import {readMoment, writeMoment, type Moment} from "./moment.js";

interface ScrubberOptions {
  /** The last step, of the longest run if the length changes. */
  readonly steps: number;
  readonly step?: number;
  /** Steps per second at speed ×1. */
  readonly pace?: number;
  /** Whether a second future can begin; the figure draws it. */
  readonly forks?: boolean;
  /** What the steps are steps of. */
  readonly label?: string;
}

interface Scrubber extends Control<Moment> {
  /** How many steps have been computed; the reader may move ahead of it, and waits. */
  computed(steps: number): void;
  /** The last step of what is run now. A reader who stood at the end, or beyond it, stands at the new one. */
  extent(last: number): void;
}

const SPEEDS = [1, 4, 16, 0.25];
/** A hidden page gets no frames: what it missed is not made up for in one jump. */
const LONGEST_FRAME = 250;
const END = "end";

/** Time as a control: play, pause, step, scrub, speed, fork. The figure stays a pure function of its value. */
export function scrubber({steps, step = 0, pace = 15, forks = true, label = "Step"}: ScrubberOptions): Scrubber {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let last = steps;
  let flexible = false; // then the address says "end" for the last step, whichever that is
  let fork: number | null = null;
  let speed = 1;
  let frame = 0;

  const scrub = element("input", {type: "range", className: "scrub", ariaLabel: label});
  attributes(scrub, {min: 0, max: last, step: 1});
  scrub.value = String(step);
  const at = () => scrub.valueAsNumber;
  const output = element("output");
  output.style.minWidth = `${String(steps).length * 2 + 4}ch`;
  const flag = named("Go to the fork", "", () => go(fork ?? 0));
  flag.className = "fork-flag";
  const play = named("Play", "▶", () => (frame === 0 ? start() : pause()));
  play.className = "play";
  const pacing = named("Speed ×1", "×1", () => {
    speed = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
    const text = speed < 1 ? "×¼" : `×${speed}`;
    pacing.textContent = text;
    pacing.ariaLabel = pacing.title = `Speed ${text}`;
  });
  const forking = named("Fork", "Fork", () => {
    fork = fork === null ? at() : null;
    show();
    moved(node);
    settled(node);
  });
  forking.className = "forking";
  forking.hidden = !forks;
  const back = named("Back one step", "‹", () => go(at() - 1));
  const forward = named("Forward one step", "›", () => go(at() + 1));
  const track = element("div", {className: "track"}, scrub, flag);
  const node = element("div", {className: "scrubber", role: "group", ariaLabel: "Time"});
  node.append(play, back, forward, track, output, pacing, forking);

  function named(name: string, text: string, onclick: () => void): HTMLButtonElement {
    return Object.assign(button(text, onclick, ""), {ariaLabel: name, title: name});
  }
  function show() {
    const share = (s: number) => `${(100 * s) / Math.max(1, last)}%`;
    output.value = `${at()} / ${last}`;
    scrub.setAttribute("aria-valuetext", `step ${at()} of ${last}`);
    node.style.setProperty("--at", share(at()));
    flag.hidden = fork === null;
    flag.style.left = fork === null ? "" : share(fork);
    forking.textContent = fork === null ? "Fork" : "Unfork";
    forking.title = fork === null ? "Fork: begin a second future at this step" : "Unfork: forget the second future";
    forking.ariaLabel = forking.title;
  }
  function go(to: number, ended = true) {
    scrub.value = String(to);
    show();
    moved(node);
    if (ended) settled(node);
  }
  function start() {
    if (at() >= last) go(0, false);
    let from = performance.now();
    let position = at();
    const tick = (now: number) => {
      if (!node.isConnected) return pause();
      frame = requestAnimationFrame(tick);
      if (still.matches && now - from < 500) return; // two pictures a second are a slide show, not a motion
      const elapsed = Math.min(now - from, still.matches ? 600 : LONGEST_FRAME);
      position = Math.min(last, position + (elapsed / 1000) * pace * speed);
      from = now;
      if (Math.floor(position) !== at()) go(Math.floor(position), false);
      if (position >= last) pause();
    };
    frame = requestAnimationFrame(tick);
    play.textContent = "❚❚";
    play.ariaLabel = play.title = "Pause";
  }
  function halt() {
    cancelAnimationFrame(frame);
    frame = 0;
    play.textContent = "▶";
    play.ariaLabel = play.title = "Play";
  }
  function pause() {
    halt();
    settled(node);
  }
  scrub.addEventListener("pointerdown", () => frame !== 0 && pause());
  scrub.addEventListener("keydown", (event) => {
    if (event.key === " ") play.click();
    else if (event.key === "f" && forks && !event.ctrlKey && !event.metaKey && !event.altKey) forking.click();
    else return;
    event.preventDefault();
  });
  scrub.addEventListener("input", show);
  show();

  const scrubbing = control<Moment, HTMLElement>(node, {
    get: () => ({step: at(), fork}),
    set: (moment) => {
      halt();
      scrub.value = String(moment.step);
      fork = forks ? moment.fork : null;
      show();
    },
    format: (moment) => (flexible && moment.step === last && moment.fork === null ? END : writeMoment(moment)),
    parse: (text) => (text === END ? {step: last, fork: null} : (readMoment(text, steps) ?? {step, fork: null})),
    refusal: (text) =>
      readMoment(text, steps) === undefined && !(flexible && text === END)
        ? `it is no step from 0 to ${steps}`
        : undefined
  });
  const computed = (done: number) => node.style.setProperty("--computed", `${(100 * done) / Math.max(1, last)}%`);
  const extent = (now: number) => {
    const ended = at() >= Math.min(last, now);
    last = now;
    flexible = true;
    scrub.max = String(last);
    if (ended) scrub.value = String(last);
    show();
  };
  return Object.assign(scrubbing, {computed, extent});
}
