import type { Finding } from '@showrunner/recipes/in-browser';
import { defineFormat, remark, type ExportOptions } from '../format.ts';
import { inOneLine } from '../plain-text.ts';
import type { TimedScript } from '../source.ts';
import { bytesOf, documentsOf, type Documents } from './documents.ts';
import { withoutForeign } from './xml.ts';

/** What speech engines take at once (Google Cloud Text-to-Speech, "Quotas and limits": 5,000 bytes with the markup). */
export const SSML_BYTES = 5000;
/** Room for the frame and a few words; less would cut every sentence. */
export const LEAST_SSML_BYTES = 500;

/** The narration for a speech engine: only what all engines know, `speak`, `p` and `s`. */
export const ssml = defineFormat({
  id: 'ssml',
  title: 'Speech markup',
  mediaType: 'application/ssml+xml; charset=utf-8',
  extension: 'ssml',
  options: ['maxBytes', 'part'],
  render(script, options) {
    const { spoken, removed } = speakable(script);
    const isCut = options.maxBytes !== undefined || options.part !== undefined;
    const made = documentsOf(spoken, isCut ? (options.maxBytes ?? SSML_BYTES) : Infinity);
    const text = made.documents[(options.part ?? 1) - 1] ?? '';
    const findings = [...removed, ...(isCut ? cutFindings(made, options) : lengthFindings(text))];
    return { text, findings, ...(isCut ? { parts: made.documents } : {}) };
  },
});

/** Each scene's narration in one line, without what XML cannot hold. */
function speakable(script: TimedScript): { readonly spoken: TimedScript; readonly removed: readonly Finding[] } {
  const cleaned = script.scenes.map((scene) => ({ scene, ...withoutForeign(inOneLine(scene.narration)) }));
  return {
    spoken: { ...script, scenes: cleaned.map(({ scene, text }) => ({ ...scene, narration: text })) },
    removed: cleaned.flatMap(({ scene, removed }, index) =>
      removed === 0
        ? []
        : [
            remark('ssml_characters', {
              value: removed,
              limit: 0,
              unit: 'characters',
              path: `scenes[${index}].narration`,
              sceneId: scene.id,
              message: `${removed} characters that XML cannot hold were left out.`,
            }),
          ],
    ),
  };
}

function lengthFindings(text: string): Finding[] {
  const value = bytesOf(text);
  if (value <= SSML_BYTES) return [];
  const message = `The document has ${value} bytes, and engines take ${SSML_BYTES} at once; max_bytes cuts it.`;
  return [remark('ssml_bytes', { value, limit: SSML_BYTES, unit: 'bytes', message })];
}

function cutFindings({ documents, cutSentences }: Documents, { part }: ExportOptions): Finding[] {
  return [
    ...(part === undefined && documents.length > 1
      ? [
          remark('ssml_parts', {
            value: documents.length,
            limit: 1,
            unit: 'documents',
            message: `This is the first of ${documents.length} documents; part=2 is the next.`,
          }),
        ]
      : []),
    ...(cutSentences === 0
      ? []
      : [
          remark('ssml_sentences', {
            value: cutSentences,
            limit: 0,
            unit: 'cuts',
            message: 'A sentence is longer than a document may be and was cut between its words.',
          }),
        ]),
  ];
}
