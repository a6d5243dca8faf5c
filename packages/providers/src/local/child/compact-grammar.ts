/**
 * node-llama-cpp's JSON grammars let the model indent and break lines, which small models do at the cost of a third of
 * their tokens, and end in four line feeds as a mark. Here white space is at most one blank, and the answer ends with
 * its last brace.
 */
export function compactGrammar(grammar: string): string {
  return grammar
    .replaceAll(/^(whitespace-\S+ ::=).*$/gm, '$1 [ ]?')
    .replace(/^(root ::= .*?)\s*"\\n\\n\\n\\n" \[\\n\]\*$/m, '$1');
}
