import { z } from 'zod';

/** Text that says something: trimmed, not empty, at most `maximum` characters. */
export function text(maximum: number) {
  return z.string().trim().min(1).max(maximum);
}

/** A remark in free words; the first version of the API took a string, automation tools like to send a list. */
export function remark(maximum: number) {
  return z
    .union([text(maximum), z.array(text(maximum)).min(1).max(50)])
    .transform((value) => (typeof value === 'string' ? value : value.join(', ')));
}

/** A list of texts, or the same as text with commas between: `["a", "b"]` or `"a, b"`. Doubles are dropped. */
export function textList(maximum: number, most = 50) {
  return z
    .union([z.array(text(maximum)).max(most), z.string().max(maximum * most)])
    .transform((value) => (typeof value === 'string' ? value.split(/[,\n;、，]/u) : value))
    .transform((items) => [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))]);
}
