import { refusedRequest } from '../kit/failure/failures.ts';
import { isJsonObject, type JsonObject } from '../kit/json.ts';
import type { Vendor } from '../spec/adapter.ts';

/** Messages of a body for a vendor that takes no lists of parts: their texts put together. Throws a 400 for other parts. */
export function withTextsAlone(vendor: Vendor, body: JsonObject): void {
  const { messages } = body;
  if (!Array.isArray(messages)) return;
  body.messages = (messages as unknown[]).map((message, index) =>
    isJsonObject(message) && Array.isArray(message.content)
      ? { ...message, content: textOf(vendor, message.content, `messages[${index}].content`) }
      : message,
  );
}

function textOf(vendor: Vendor, parts: readonly unknown[], at: string): string {
  return parts
    .map((part, index) => {
      if (isJsonObject(part) && part.type === 'text' && typeof part.text === 'string') return part.text;
      const place = `${at}[${index}]`;
      throw refusedRequest(vendor, `"${place}": ${vendor.title} takes texts alone`, place);
    })
    .join('');
}
