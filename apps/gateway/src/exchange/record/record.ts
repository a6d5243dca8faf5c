import type { Caller } from '@showrunner/access';
import type { Usage } from '@showrunner/providers';
import type { AnswerFacts } from '../answer/answer-facts.ts';
import type { Deployment } from '../deployment/deployment.ts';
import type { GuardrailNote } from '../exchange-guard.ts';
import type { RequestLabels } from '../asked/request-labels.ts';

/** What is known of a request when it has been read. */
export interface Question {
  /** `x-request-id`: the caller's, or made here. */
  readonly requestId: string;
  /** `x-litellm-call-id`: the caller's, or the request id. */
  readonly callId: string;
  readonly caller: Caller;
  /** For whom it is called, LiteLLM's end user: as callers name them, of any number. */
  readonly customer: string | undefined;
  /** Those of its key and its team, and what its caller adds. */
  readonly tags: readonly string[];
  /** `Operation.callType`. */
  readonly callType: string;
  /** The path that was asked, without a query; of what goes through, that of its passage. */
  readonly route: string;
  /** From where it came; nothing where that is not known any longer. */
  readonly clientIp: string | undefined;
  /** As its caller writes it. */
  readonly userAgent: string | undefined;
  /** What was asked for, bounded: the pattern of the wildcard that took it, `other` where nobody answers to it. */
  readonly model: string;
  readonly isStream: boolean;
  /** `performance.now()` when its head was there; `performance.timeOrigin` added, milliseconds since 1970. */
  readonly startedAt: number;
  /** The deadline of all attempts together. */
  readonly timeoutSeconds: number;
  /** The same as callers are told of it. */
  readonly shownTimeout: string;
}

/** What is counted on the way to an answer. */
export interface Way {
  /** `performance.now()` when a vendor was first called; nothing where none was. */
  calledAt: number | undefined;
  /**
   * `performance.now()` when its client was told something before it is known what is answered: of what goes through its
   * head, of what is made in the background that it is begun. Nothing of all others.
   */
  movedAt: number | undefined;
  /** Milliseconds that vendors took, all attempts that have ended together. */
  upstreamMs: number;
  retries: number;
  /** How many there may be: of what failed last where something did, else as set. */
  maxRetries: number;
  fallbacks: number;
  /** Guardrails that have looked; nothing where none has. */
  readonly guardrails: readonly GuardrailNote[] | undefined;
}

/** What is known when somebody has answered; of a stream, when its first content is there. */
interface Reply {
  /** Nothing where a cached answer outlived its deployment. */
  readonly deployment: Deployment | undefined;
  readonly answer: AnswerFacts;
  readonly isCacheHit: boolean;
  /** `performance.now()` at a stream's first content. */
  readonly firstContentAt: number | undefined;
  /** US dollars, as far as they are known before the last byte; nothing where the price is not known. */
  readonly cost: number | undefined;
}

/** What is known behind the last byte. */
interface Outcome {
  /** Who answered; nothing where nobody did. */
  readonly deployment: Deployment | undefined;
  /** What is told of the answer; nothing where nobody gave one. */
  readonly answer: AnswerFacts | undefined;
  /** Who was asked last, also where they did not answer; nothing where nobody was. */
  readonly asked: Deployment | undefined;
  readonly isCacheHit: boolean;
  readonly firstContentAt: number | undefined;
  /** As the vendor counted, or estimated; nothing where nobody answered. */
  readonly usage: Usage | undefined;
  readonly isEstimated: boolean;
  /** US dollars; nothing where the price is not known. */
  readonly cost: number | undefined;
  readonly durationMs: number;
  readonly status: number;
  readonly failure: unknown;
  /** Nothing where nobody asked for them. */
  readonly labels: RequestLabels | undefined;
}

/** Nobody has answered yet. */
export interface OpenedRecord extends Question, Way {
  readonly state: 'opened';
}

/** Somebody has, and the client is being told. */
export interface AnsweredRecord extends Question, Way, Reply {
  readonly state: 'answered';
}

/** All is over. */
export interface FinishedRecord extends Question, Readonly<Way>, Outcome {
  readonly state: 'finished';
}

/**
 * One request, in figures and names, never its content. It is one object from first to last; the state says what is
 * known of it, and its types let nothing be read before. A new figure is a member here, filled where it is first known.
 */
export type RequestRecord = OpenedRecord | AnsweredRecord | FinishedRecord;

/** Every record has every member from the start, in one order, so that those who read them stay fast. */
class RecordOfAllStates implements Question, Way {
  state: RequestRecord['state'] = 'opened';
  readonly requestId: string;
  readonly callId: string;
  readonly caller: Caller;
  readonly customer: string | undefined;
  readonly tags: readonly string[];
  readonly callType: string;
  readonly route: string;
  readonly clientIp: string | undefined;
  readonly userAgent: string | undefined;
  readonly model: string;
  readonly isStream: boolean;
  readonly startedAt: number;
  readonly timeoutSeconds: number;
  readonly shownTimeout: string;
  calledAt: number | undefined = undefined;
  movedAt: number | undefined = undefined;
  upstreamMs = 0;
  retries = 0;
  maxRetries = 0;
  fallbacks = 0;
  guardrails: GuardrailNote[] | undefined = undefined;
  deployment: Deployment | undefined = undefined;
  answer: AnswerFacts | undefined = undefined;
  isCacheHit = false;
  firstContentAt: number | undefined = undefined;
  cost: number | undefined = undefined;
  usage: Usage | undefined = undefined;
  isEstimated = false;
  durationMs = 0;
  status = 200;
  failure: unknown = undefined;
  asked: Deployment | undefined = undefined;
  labels: RequestLabels | undefined = undefined;

  constructor(question: Question) {
    this.requestId = question.requestId;
    this.callId = question.callId;
    this.caller = question.caller;
    this.customer = question.customer;
    this.tags = question.tags;
    this.callType = question.callType;
    this.route = question.route;
    this.clientIp = question.clientIp;
    this.userAgent = question.userAgent;
    this.model = question.model;
    this.isStream = question.isStream;
    this.startedAt = question.startedAt;
    this.timeoutSeconds = question.timeoutSeconds;
    this.shownTimeout = question.shownTimeout;
  }
}

/** A request that has just been read. */
export function openRecord(question: Question): OpenedRecord {
  return new RecordOfAllStates(question) as OpenedRecord;
}

/** A guardrail has looked. A stream is looked at many times by the same one, which is one note. */
export function addGuardrailNote(record: RequestRecord, note: GuardrailNote): void {
  const filled = record as RecordOfAllStates;
  const notes = (filled.guardrails ??= []);
  const same = notes.findIndex(({ name, event }) => name === note.name && event === note.event);
  const before = notes[same];
  if (!before) notes.push(note);
  else
    notes[same] = {
      ...joined(before, note),
      startedAt: before.startedAt,
      durationMs: before.durationMs + note.durationMs,
    };
}

/** What is told of two looks: the graver, and of the same the later, which has seen more. */
function joined(before: GuardrailNote, note: GuardrailNote): GuardrailNote {
  return GRAVITY.indexOf(note.status) >= GRAVITY.indexOf(before.status) ? note : before;
}

const GRAVITY: readonly GuardrailNote['status'][] = [
  'success',
  'guardrail_flagged',
  'guardrail_intervened',
  'guardrail_failed_to_respond',
];

/** Somebody has answered. The same object, of which more may be read from now on. */
export function answerRecord(record: RequestRecord, reply: Reply): AnsweredRecord {
  const filled = record as RecordOfAllStates;
  filled.state = 'answered';
  filled.deployment = reply.deployment;
  filled.answer = reply.answer;
  filled.isCacheHit = reply.isCacheHit;
  filled.firstContentAt = reply.firstContentAt;
  filled.cost = reply.cost;
  return filled as AnsweredRecord;
}

/** What an exchange ended with. */
export type Ending = Pick<Outcome, 'usage' | 'isEstimated' | 'cost' | 'status' | 'failure' | 'asked' | 'labels'>;

/** The last byte is out, or never will be. The same object; call it once. */
export function finishRecord(record: RequestRecord, ending: Ending): FinishedRecord {
  const filled = record as RecordOfAllStates;
  filled.state = 'finished';
  filled.durationMs = performance.now() - filled.startedAt;
  filled.usage = ending.usage;
  filled.isEstimated = ending.isEstimated;
  filled.cost = ending.cost;
  filled.status = ending.status;
  filled.failure = ending.failure;
  filled.asked = ending.asked;
  filled.labels = ending.labels;
  return filled as FinishedRecord;
}
