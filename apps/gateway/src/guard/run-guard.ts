import type { Logger } from '@showrunner/service';
import type { GuardEvent, GuardrailSettings } from '../config/sections/guardrails/guardrail.ts';
import type { GuardrailNote } from '../exchange/exchange-guard.ts';
import { Blocked, unguarded } from './blocked.ts';
import type { Guard, GuardedCall, GuardedContent, Looked } from './guard.ts';
import { GuardServiceError } from './guard-service.ts';
import type { GuardTallies } from './guard-tallies.ts';

/** A guardrail of the configuration, and who looks for it. */
export interface ReadyGuard {
  readonly settings: GuardrailSettings;
  readonly guard: Guard;
}

/** A guardrail that a request meets, and what its caller says to it. */
export interface MetGuard extends ReadyGuard {
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Who is told of what guardrails do. */
export interface GuardPorts {
  readonly tallies: GuardTallies;
  readonly logger: Logger;
}

/** What is looked at, and when. */
export interface Look {
  readonly event: GuardEvent;
  readonly content: GuardedContent;
  readonly call: GuardedCall;
}

/**
 * Lets one guardrail look. Rejects with a `Blocked` where it refuses, and with an error that names it where it could not
 * look and is not opened then: only what never reached it can be opened, and each time is counted.
 */
export async function runGuard(
  { settings, guard }: ReadyGuard,
  { event, content, call }: Look,
  { tallies, logger }: GuardPorts,
): Promise<{ readonly looked: Looked; readonly note: GuardrailNote }> {
  const { name, kind } = settings;
  const startedAt = Date.now();
  const began = performance.now();
  const noteOf = (status: GuardrailNote['status'], looked?: Looked): GuardrailNote => ({
    name,
    provider: kind.provider,
    event,
    status,
    startedAt,
    durationMs: performance.now() - began,
    masked: looked?.masked ?? {},
  });
  const tell = (note: GuardrailNote, errorType?: string): GuardrailNote => {
    tallies.looked(note, errorType);
    return note;
  };
  try {
    const looked = await guard.look(content, call);
    return { looked, note: tell(noteOf(statusOf(content, looked), looked)) };
  } catch (error) {
    if (error instanceof Blocked) {
      throw new Refused(tell(noteOf('guardrail_intervened'), 'Blocked'), error.by(name, event));
    }
    // The request itself is over, which says nothing of the guardrail.
    if (call.signal.aborted) throw error;
    const note = tell(noteOf('guardrail_failed_to_respond'), error instanceof Error ? error.name : 'Error');
    const reason = error instanceof GuardServiceError ? error.message : 'it failed';
    const fields = { guardrail: name, event, request_id: call.record.requestId, reason };
    if (settings.opensWhenDown && error instanceof GuardServiceError && error.isUnreachable) {
      tallies.opened(name, event);
      logger.error(fields, 'a guardrail is down, and opened: what it did not see goes on');
      return { looked: { texts: content.texts.map(({ text }) => text) }, note };
    }
    logger.error(
      { ...fields, ...(!(error instanceof GuardServiceError) && { err: error }) },
      'a guardrail could not look: refused',
    );
    throw new Refused(note, unguarded(name, reason));
  }
}

/** What was refused, with the note of who refused it. */
export class Refused extends Error {
  readonly note: GuardrailNote;
  readonly reason: Blocked | ReturnType<typeof unguarded>;

  constructor(note: GuardrailNote, reason: Refused['reason']) {
    super(reason.message);
    this.note = note;
    this.reason = reason;
  }
}

function statusOf({ texts }: GuardedContent, looked: Looked): GuardrailNote['status'] {
  if (looked.texts.some((text, index) => text !== texts[index]?.text)) return 'guardrail_intervened';
  return looked.isFlagged === true ? 'guardrail_flagged' : 'success';
}
