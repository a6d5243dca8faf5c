import type { ErrorCode } from './catalogue.ts';

/** Every error answer. */
export interface ErrorEnvelope {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly statusCode: number;
    /** ISO 8601. */
    readonly timestamp: string;
    readonly details: Readonly<Record<string, unknown>>;
  };
}

/** Every answer that is not an error. */
export interface SuccessEnvelope<Data, Meta = Readonly<Record<string, unknown>>> {
  readonly success: true;
  readonly message: string;
  readonly data: Data;
  readonly meta: Meta;
  /** ISO 8601. */
  readonly timestamp: string;
}

/** Wraps `data` in the success envelope. */
export function successResponse<Data>(data: Data, message?: string): SuccessEnvelope<Data>;
export function successResponse<Data, Meta>(
  data: Data,
  message: string | undefined,
  meta: Meta,
): SuccessEnvelope<Data, Meta>;
export function successResponse(data: unknown, message = 'OK', meta: unknown = {}): SuccessEnvelope<unknown, unknown> {
  return { success: true, message, data, meta, timestamp: new Date().toISOString() };
}
