import { errorCatalogue } from './catalogue.ts';

/** `details.reason` of the statuses that are not among the eleven (names of RFC 9110 §15.5 and RFC 6585). */
const reasons = {
  402: 'payment_required',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  408: 'request_timeout',
  409: 'conflict',
  410: 'gone',
  411: 'length_required',
  412: 'precondition_failed',
  413: 'too_large',
  414: 'uri_too_long',
  415: 'unsupported_media_type',
  417: 'expectation_failed',
  421: 'misdirected_request',
  423: 'locked',
  426: 'upgrade_required',
  428: 'precondition_required',
  431: 'headers_too_large',
} as const;

export type StatusReason = (typeof reasons)[keyof typeof reasons];

const catalogued: ReadonlySet<number> = new Set(Object.values(errorCatalogue).map(({ status }) => status));

/** The reason that tells `status` apart, or nothing where one of the eleven codes already does. */
export function reasonOfStatus(status: number): string | undefined {
  if (catalogued.has(status)) return undefined;
  return (reasons as Readonly<Record<number, string>>)[status] ?? 'other';
}

/** The status that a reason tells apart. */
export function statusOfReason(reason: StatusReason): number {
  return Number(Object.entries(reasons).find(([, name]) => name === reason)?.[0]);
}
