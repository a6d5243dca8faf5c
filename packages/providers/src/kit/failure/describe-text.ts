/** Some vendors repeat a part of the key in their 401; no key ever leaves in a message. */
export function redactKeys(text: string): string {
  return text.replace(/\b(?:sk|gsk|xai|pplx|key|fw|tgp|rk|pk)[-_][\w*.-]{6,}|\bBearer\s+\S+/gi, '[redacted]');
}

/** A page's title stands at its beginning; searched further, a page of broken tags takes the square of its length. */
const HEAD_CHARACTERS = 10_000;

/** What a body that is no JSON seems to be, for an error's message. */
export function describeText(text: string): string {
  const start = text.trimStart().slice(0, 200);
  if (start === '') return ' (an empty body)';
  if (/^<(!doctype|html|\?xml)/i.test(start)) {
    const title = /<title[^>]*>([^<]{1,100})/i.exec(text.slice(0, HEAD_CHARACTERS))?.[1];
    return title ? ` (an HTML page: "${title.trim()}")` : ' (an HTML page)';
  }
  return ` (it starts with ${JSON.stringify(start.slice(0, 80))})`;
}
