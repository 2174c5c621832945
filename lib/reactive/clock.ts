import {
  Observable,
  asyncScheduler,
  concat,
  distinctUntilChanged,
  map,
  merge,
  of,
  startWith,
  switchScan,
  takeWhile,
  type SchedulerLike
} from "rxjs";
import {real, whole} from "../core/check.js";
import {ConfigError, found} from "../core/errors.js";
import {pulse} from "./pulse.js";

/** What a reader does to time. */
export type Control =
  | {readonly type: "play"}
  | {readonly type: "pause"}
  /** Moves by so many steps (1), also back, and pauses. */
  | {readonly type: "step"; readonly by?: number}
  /** Steps per second. */
  | {readonly type: "speed"; readonly speed: number}
  | {readonly type: "seek"; readonly step: number}
  /** Goes to the first step, and pauses. */
  | {readonly type: "reset"};

/** What `clock` can be told. */
export interface ClockOptions {
  /** The first step. Default 0. */
  readonly from?: number;
  /** The last step; playing pauses there, and begins again at the first. Default none. */
  readonly to?: number;
  /** Steps per second until a control says otherwise. Default 10. */
  readonly speed?: number;
  /** At most two pictures a second, which is a slide show and no motion. The steps shown are fewer, the speed the same. */
  readonly reducedMotion?: boolean | Observable<boolean>;
  /** Who tells the time: RxJS's `asyncScheduler` unless it is named. */
  readonly scheduler?: SchedulerLike;
}

interface Time {
  readonly step: number;
  readonly playing: boolean;
  readonly speed: number;
  readonly reduced: boolean;
}

/**
 * Play, pause, step, speed, seek and reset as a stream of step numbers, beginning with the first.
 *
 * Up to 60 steps a second (2 with reduced motion) every step is emitted; at higher speeds each tick skips as many as
 * the speed says. A late timer delays steps; it never changes which they are.
 *
 * @throws ConfigError (on the stream) for a speed that is not a number above 0, or a step that is not whole.
 */
export function clock(
  controls: Observable<Control>,
  {from = 0, to = Infinity, speed = 10, reducedMotion = false, scheduler = asyncScheduler}: ClockOptions = {}
): Observable<number> {
  whole("clock.from", from);
  const clamp = (step: number): number => Math.min(to, Math.max(from, step));
  const start: Time = {step: from, playing: false, speed: positive(speed), reduced: reducedMotion === true};
  const change = (time: Time, control: Control | {readonly type: "motion"; readonly reduced: boolean}): Time => {
    switch (control.type) {
      case "play":
        return {...time, playing: true, step: time.step >= to ? from : time.step};
      case "pause":
        return {...time, playing: false};
      case "step":
        return {
          ...time,
          playing: false,
          step: clamp(time.step + whole("clock.by", control.by ?? 1, {least: -Infinity}))
        };
      case "speed":
        return {...time, speed: positive(control.speed)};
      case "seek":
        return {...time, step: clamp(whole("clock.step", control.step, {least: -Infinity}))};
      case "reset":
        return {...time, playing: false, step: from};
      case "motion":
        return {...time, reduced: control.reduced};
      default:
        throw new ConfigError("clock", "unknown control", [found("control", control)]);
    }
  };
  /** What becomes of a time that nobody touches. */
  const onward = (time: Time): Observable<Time> => {
    if (!time.playing) return of(time);
    const rate = Math.min(time.speed, time.reduced ? 2 : 60);
    const played = pulse(1000 / rate, scheduler).pipe(
      map((_, tick) => clamp(time.step + Math.floor((tick + 1) * (time.speed / rate)))),
      map((step) => ({...time, step, playing: step < to})),
      takeWhile(({playing}) => playing, true)
    );
    return concat(of(time), played);
  };
  const motion =
    reducedMotion instanceof Observable
      ? reducedMotion.pipe(map((reduced) => ({type: "motion", reduced}) as const))
      : [];
  return merge(motion, controls).pipe(
    switchScan((time, control) => onward(change(time, control)), start),
    startWith(start),
    map(({step}) => step),
    distinctUntilChanged()
  );
}

const positive = (speed: number): number =>
  real("clock.speed", speed, {above: 0, hint: "it is a number of steps per second"});
