import type { IncomingHttpHeaders } from 'node:http';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import type { Exchange } from '../exchange.ts';
import type { RequestLabels } from './request-labels.ts';

/** `litellm_metadata` of a request, else its `metadata`. */
export function notedOf({ request, controls }: Pick<Exchange, 'request' | 'controls'>): Mapping | undefined {
  if (controls.notes) return controls.notes;
  return isMapping(request.metadata) ? request.metadata : undefined;
}

const LONGEST_SESSION = 128;
const LONGEST_NOTES = 2_048;

/** What is written down of a request, read behind its last byte (LiteLLM's `litellm_pre_call_utils.py`, 1.108.7). */
export function labelsOf(exchange: Exchange, headers: IncomingHttpHeaders): RequestLabels {
  const { request, controls } = exchange;
  const metadata = isMapping(request.metadata) ? request.metadata : undefined;
  const { notes } = controls;
  const session =
    headers['x-litellm-session-id'] ??
    headers['x-litellm-trace-id'] ??
    controls.sessionId ??
    notes?.session_id ??
    metadata?.session_id ??
    notes?.trace_id ??
    metadata?.trace_id;
  return {
    sessionId: session === undefined ? undefined : sessionIn(session),
    notes: notesIn(notes?.spend_logs_metadata ?? metadata?.spend_logs_metadata, headers),
    noted: notes ?? metadata,
  };
}

function sessionIn(said: unknown): string | undefined {
  if (typeof said !== 'string' || said.trim() === '' || said.length > LONGEST_SESSION) return undefined;
  return plain(said);
}

function notesIn(said: unknown, { 'x-litellm-spend-logs-metadata': written }: IncomingHttpHeaders): string | undefined {
  if (isMapping(said)) return bounded(JSON.stringify(said));
  if (typeof written !== 'string') return undefined;
  try {
    const read: unknown = JSON.parse(written);
    return isMapping(read) ? bounded(JSON.stringify(read)) : undefined;
  } catch {
    return undefined;
  }
}

function bounded(notes: string): string | undefined {
  return notes.length <= LONGEST_NOTES ? notes : undefined;
}

/** Postgres keeps neither NUL nor half a letter. */
function plain(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed();
}
