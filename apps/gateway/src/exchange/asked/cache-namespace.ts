const NAMESPACE = /^[\x21-\x7e]{1,200}$/;

/** Whether a text can stand before the keys of cached answers, which travel in a header. */
export function isNamespace(text: string): boolean {
  return NAMESPACE.test(text);
}
