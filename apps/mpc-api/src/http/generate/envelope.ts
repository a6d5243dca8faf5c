import type { Answer } from '../../answers/answer.ts';

/** The success envelope around an answer's `data`, whose bytes go out as they were made. */
export function answerEnvelope({ message, data, metaJson }: Answer): Buffer {
  const head = `{"success":true,"message":${JSON.stringify(message)},"data":`;
  const tail = `,"meta":${metaJson},"timestamp":"${new Date().toISOString()}"}`;
  const headBytes = Buffer.byteLength(head);
  const whole = Buffer.allocUnsafe(headBytes + data.length + Buffer.byteLength(tail));
  whole.write(head);
  whole.set(data, headBytes);
  whole.write(tail, headBytes + data.length);
  return whole;
}
