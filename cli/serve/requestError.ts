import {LibraryError, type Finding} from "llm-first-principles";

/** What a client is told that asks for what cannot be: the status of HTTP, and a word for programs. */
interface Refusal {
  readonly status: number;
  readonly code: string;
  /** Seconds after which it may ask again. */
  readonly retryAfter?: number;
}

/** A request that is refused; `fault.where` is the field that is at fault. */
export class RequestError extends LibraryError {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, where: string, rule: string, found: readonly Finding[] = [], hint?: string) {
    super(where, rule, found, hint);
    this.refusal = refusal;
  }
}

/** Refuses a field of a request. */
export const badField = (field: string, rule: string, found: readonly Finding[] = [], hint?: string): RequestError =>
  new RequestError({status: 400, code: "invalid_value"}, field, rule, found, hint);

/** An error as OpenAI’s clients read it. */
interface ErrorBody {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly param: string | null;
    readonly code: string | null;
  };
}

const TYPES: Readonly<Record<number, string>> = {
  401: "authentication_error",
  429: "rate_limit_error",
  500: "server_error",
  503: "server_error"
};

/** What a client is told about an error: of one that nobody foresaw, no more than that there was one. */
export function answerOf(error: unknown): Refusal & {readonly body: ErrorBody} {
  if (!(error instanceof RequestError)) {
    const message = "The server has failed at this request, and has said why where it runs.";
    return {
      status: 500,
      code: "internal_error",
      body: {error: {message, type: "server_error", param: null, code: null}}
    };
  }
  const {refusal, fault} = error;
  const {where, rule, found, hint} = fault;
  const given = found.map(({name, value}) => `${name}: ${value}`).join(", ");
  const message = `${where}: ${rule}${given === "" ? "" : ` (${given})`}${hint === undefined ? "" : `; ${hint}`}.`;
  const param = refusal.status === 400 || refusal.status === 404 ? where : null;
  return {
    ...refusal,
    body: {error: {message, type: TYPES[refusal.status] ?? "invalid_request_error", param, code: refusal.code}}
  };
}
