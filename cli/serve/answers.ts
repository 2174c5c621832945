import type {Tokenizer} from "llm-first-principles";
import {concat, defer, endWith, from, last, map, mergeMap, scan, type Observable} from "rxjs";
import type {Asked, Usage} from "./asked.js";
import type {ContinuousBatch, Gained} from "./continuousBatch.js";
import {handedOn, nothingHanded, type Handed, type Piece} from "./pieces.js";

/** What all parts of an answer say of it. */
interface Envelope {
  /** Of the request, among all. */
  readonly id: string;
  /** In seconds since 1970. */
  readonly created: number;
  readonly model: string;
}

/** A token’s piece, and all texts of the request as they are after it. */
interface Progress {
  readonly index: number;
  readonly handed: readonly Handed[];
  /** Tokens that were written. */
  readonly count: number;
}

const progress = (tokenizer: Tokenizer, {texts, likeliest}: Asked, gained: Observable<Gained>): Observable<Progress> =>
  gained.pipe(
    scan<Gained, Progress>(
      ({handed, count}, {index, text}) => ({
        index,
        count: count + 1,
        handed: handed.map((one, i) => (i === index ? handedOn(tokenizer, one, text, likeliest) : one))
      }),
      {index: 0, count: 0, handed: texts.map(() => nothingHanded)}
    )
  );

const usageOf = ({promptTokens}: Asked, count: number): Usage => ({
  prompt_tokens: promptTokens,
  completion_tokens: count,
  total_tokens: promptTokens + count
});

const named = ({form}: Asked, {id, ...envelope}: Envelope, object: string) => ({
  id: `${form.prefix}${id}`,
  object,
  ...envelope
});

const joined = (before: Piece, {text, tokens, ended}: Piece): Piece => ({
  text: before.text + text,
  tokens: [...before.tokens, ...tokens],
  ended
});

/** The answer in one, when all its texts have ended. */
export function wholeAnswer(
  batch: ContinuousBatch,
  tokenizer: Tokenizer,
  asked: Asked,
  envelope: Envelope
): Observable<object> {
  const none = asked.texts.map((): Piece => nothingHanded.piece);
  return progress(tokenizer, asked, batch.write(asked.texts)).pipe(
    scan(
      ({pieces}, {index, handed, count}) => ({
        count,
        pieces: pieces.map((piece, i) => (i === index ? joined(piece, handed[i]!.piece) : piece))
      }),
      {count: 0, pieces: none as readonly Piece[]}
    ),
    last(),
    map(({pieces, count}) => ({
      ...named(asked, envelope, asked.form.whole),
      choices: pieces.map((piece, index) => asked.form.choice(index, piece)),
      usage: usageOf(asked, count)
    }))
  );
}

/** An event as browsers and clients read it: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export const eventOf = (data: object | "[DONE]"): string =>
  `data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;

/** The answer as events, each as soon as its text is sure. The first comes with the first token. */
export function streamedAnswer(
  batch: ContinuousBatch,
  tokenizer: Tokenizer,
  asked: Asked,
  envelope: Envelope
): Observable<string> {
  const {form, usage} = asked;
  const chunk = (choices: readonly object[], used: Usage | null): object => ({
    ...named(asked, envelope, form.chunk),
    choices,
    ...(usage && {usage: used})
  });
  return defer(() => {
    let written = 0;
    const begun = new Set<number>();
    const chunks = progress(tokenizer, asked, batch.write(asked.texts)).pipe(
      mergeMap(({index, handed, count}) => {
        written = count;
        const opening = begun.has(index) ? [] : form.parts(index, undefined);
        begun.add(index);
        return from([...opening, ...form.parts(index, handed[index]!.piece)]);
      }),
      map((choice) => chunk([choice], null))
    );
    const used = defer(() => from(usage ? [chunk([], usageOf(asked, written))] : []));
    return concat(chunks, used).pipe(
      map((data) => eventOf(data)),
      endWith(eventOf("[DONE]"))
    );
  });
}
