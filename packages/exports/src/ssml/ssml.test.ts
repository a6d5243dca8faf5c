import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportScript } from '../export-script.ts';
import { inOneLine } from '../plain-text.ts';
import { anyScript, WORLD_TEXTS, withoutSpace, prepareWorld } from '../testing/arbitrary-script.ts';
import { SSML_BYTES, ssml } from './ssml.ts';

beforeAll(prepareWorld);

/** The root of a document that a parser of XML takes. */
function speak(text: string) {
  const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'application/xml').documentElement;
  if (root === null) throw new Error('An empty document.');
  return root;
}

function tenMinutes(language: string) {
  const narration = `${WORLD_TEXTS[language]} `.repeat(6);
  const scenes = Array.from({ length: 12 }, (_, index) => ({
    narration,
    start_seconds: index * 50,
    end_seconds: index * 50 + 50,
  }));
  return { language, title: 'Ten minutes', scenes };
}

const size = (text: string) => Buffer.byteLength(text);

it('is XML in the language of the script, a paragraph for each scene and its sentences in it', () => {
  const scenes = [{ narration: 'Dr. Ito sagt: "1 < 2 & 3". Dann geht er.' }, { narration: '' }, { narration: 'Ende.' }];
  const root = speak(exportScript(ssml, { language: 'de-AT', scenes }).text);
  expect(root.namespaceURI).toBe('http://www.w3.org/2001/10/synthesis');
  expect(root.getAttribute('xml:lang')).toBe('de-AT');
  const sentences = Array.from(root.getElementsByTagName('s'), (one) => one.textContent);
  expect(sentences).toEqual(['Dr. Ito sagt: "1 < 2 & 3".', 'Dann geht er.', 'Ende.']);
  expect(root.getElementsByTagName('p').length).toBe(2);
});

it('leaves out what XML cannot hold, and says so', () => {
  const scenes = [{ narration: 'Bell \u{7} and \u{FFFF} void.' }];
  const { text, findings } = exportScript(ssml, { scenes });
  expect(speak(text).textContent?.trim()).toBe('Bell  and  void.');
  expect(findings).toMatchObject([{ name: 'ssml_characters', value: 2, path: 'scenes[0].narration' }]);
});

describe.each(['en', 'te', 'zh', 'ar'])('ten minutes of %s', (language) => {
  const script = tenMinutes(language);

  it('are one document with a finding where no bound is given', () => {
    const { text, parts, findings } = exportScript(ssml, script);
    expect(parts).toBeNull();
    expect(findings).toMatchObject([{ name: 'ssml_bytes', value: size(text), limit: 5000, unit: 'bytes' }]);
  });

  it.each([500, 2000, 5000])('are documents of at most %d bytes, in order, cut between sentences', (maxBytes) => {
    const { parts } = exportScript(ssml, script, { maxBytes });
    expect(Math.max(...(parts ?? []).map(size))).toBeLessThanOrEqual(maxBytes);
    const whole = speak(exportScript(ssml, script).text);
    const sentences = (parts ?? []).flatMap((part) =>
      Array.from(speak(part).getElementsByTagName('s'), (one) => one.textContent),
    );
    expect(sentences).toEqual(Array.from(whole.getElementsByTagName('s'), (one) => one.textContent));
  });

  it('are had part by part', () => {
    const { parts } = exportScript(ssml, script, { maxBytes: 2000 });
    const second = exportScript(ssml, script, { maxBytes: 2000, part: 2 });
    expect(second.text).toBe(parts?.[1]);
    expect(second.fileName).toBe('Ten minutes-2.ssml');
    expect(second.findings).toEqual([]);
    const first = exportScript(ssml, script, { maxBytes: 2000 });
    expect(first.text).toBe(parts?.[0]);
    expect(first.findings).toMatchObject([{ name: 'ssml_parts', value: parts?.length }]);
    expect(exportScript(ssml, script, { part: 1 }).parts?.every((part) => size(part) <= SSML_BYTES)).toBe(true);
  });
});

it('cuts a sentence that is longer than a document between its words, and says so', () => {
  const narration = 'ကော်ဖီသည် '.repeat(60);
  const { parts, findings } = exportScript(ssml, { language: 'my', scenes: [{ narration }] }, { maxBytes: 500 });
  expect(Math.max(...(parts ?? []).map(size))).toBeLessThanOrEqual(500);
  expect(withoutSpace((parts ?? []).map((part) => speak(part).textContent).join(''))).toBe(withoutSpace(narration));
  expect(findings.map(({ name }) => name)).toContain('ssml_sentences');
});

it('says what the script says, whatever that is, whole and in parts', () => {
  fc.assert(
    fc.property(anyScript, fc.integer({ min: 500, max: 3000 }), (script, maxBytes) => {
      const timed = {
        ...script,
        scenes: script.scenes.map((scene) => ({ start_seconds: 0, end_seconds: 9, ...scene })),
      };
      const said = withoutSpace(script.scenes.map((scene) => inOneLine(scene.narration ?? '')).join(''));
      const foreign = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
      const { parts } = exportScript(ssml, timed, { maxBytes });
      const documents = [exportScript(ssml, timed).text, ...(parts ?? [])];
      const [whole = '', ...cut] = documents.map((one) => withoutSpace(speak(one).textContent ?? ''));
      expect(whole).toBe(said.replace(foreign, ''));
      expect(cut.join('')).toBe(whole);
      expect(Math.max(...(parts ?? []).map(size))).toBeLessThanOrEqual(maxBytes);
    }),
  );
});
