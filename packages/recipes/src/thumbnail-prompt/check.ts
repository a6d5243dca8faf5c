import { matchLanguage } from '../language/match.ts';
import { foreignWord } from '../language/scripts.ts';
import type { Finding } from '../port/finding.ts';
import { dialectFaults } from '../image-models/check.ts';
import { renderPrompt } from '../image-models/render.ts';
import { wordOverlap } from '../text/similarity.ts';
import { findTerms, textsIn } from '../text/terms.ts';
import { words } from '../text/words.ts';
import { conceptsOf, MOST_OVERLAY_WORDS, renderRequestOf, type ThumbnailDraft } from './draft.ts';
import type { ThumbnailInput } from './schema.ts';

/** A change that shares more of its words with the first concept changes nothing. */
const SAME_VALUE = 0.7;

export function checkThumbnail(draft: ThumbnailDraft, input: ThumbnailInput): Finding[] {
  return [
    checkCount(draft, input),
    ...checkDifference(draft),
    checkLanguage(draft),
    ...checkOverlayText(draft, input),
    ...checkOverlayLanguage(draft, input),
    ...checkDialects(draft, input),
    ...checkAvoided(draft, input),
  ];
}

function checkCount({ changes }: ThumbnailDraft, { variants }: ThumbnailInput): Finding {
  return {
    name: 'variants',
    ok: changes.length + 1 === variants,
    value: changes.length + 1,
    limit: variants,
    unit: 'concepts',
    path: 'changes',
    message: `${changes.length + 1} concepts were written; ${variants} are asked for.`,
    severity: 'report',
  };
}

/** Each change is of another variable, and really changes it. */
function checkDifference({ baseline, changes }: ThumbnailDraft): Finding[] {
  return changes.map(({ variable, value }, index) => {
    const before = [
      baseline[variable],
      ...changes.slice(0, index).flatMap((change) => (change.variable === variable ? [change.value] : [])),
    ];
    const overlap = Math.max(
      ...before.map((other) => (other.toLowerCase() === value.toLowerCase() ? 1 : wordOverlap(other, value))),
    );
    return {
      name: 'variants_differ',
      ok: overlap <= SAME_VALUE,
      value: Math.round(overlap * 100) / 100,
      limit: SAME_VALUE,
      unit: 'word_overlap',
      path: `changes[${index}].value`,
      message: `Concept ${index + 2} has to change ${variable}; now it is "${value}".`,
      severity: 'must',
    };
  });
}

/** Image models are asked in English, whatever the language of the video. */
function checkLanguage({ baseline, changes }: ThumbnailDraft): Finding {
  const { subject, expression, action, setting, composition, lighting, style } = baseline;
  const seen = changes.flatMap(({ variable, value }) => (variable === 'overlay_text' ? [] : [value]));
  const match = matchLanguage(
    [subject, expression, action, setting, composition, lighting, style, ...seen].join('. '),
    'en',
  );
  return {
    name: 'language',
    ok: match.verdict !== 'no',
    value: match.found,
    limit: 'en',
    unit: 'language',
    path: 'baseline',
    message: `What the picture shows has to be described in English, for image models; it is in ${match.found}.`,
    severity: 'must',
  };
}

/** A word on the picture in letters that the video's language does not have. */
function checkOverlayLanguage(
  draft: ThumbnailDraft,
  { language, text_policy, overlay_text }: ThumbnailInput,
): Finding[] {
  if (text_policy === 'none' || overlay_text !== undefined) return [];
  return conceptsOf(draft).map(({ concept }, index) => {
    const word = foreignWord(concept.overlay_text, language);
    return {
      name: 'overlay_language',
      ok: word === undefined,
      value: word ?? null,
      limit: language,
      unit: 'language',
      path: `concepts[${index}].overlay_text`,
      message: `The words on the picture have to be in ${language}: "${concept.overlay_text}".`,
      severity: 'report',
    };
  });
}

function checkOverlayText(draft: ThumbnailDraft, input: ThumbnailInput): Finding[] {
  if (input.text_policy === 'none') return [];
  return conceptsOf(draft).map(({ concept }, index) => {
    const count = words(concept.overlay_text).length;
    const repeatsTitle = input.title !== '' && concept.overlay_text.toLowerCase() === input.title.toLowerCase();
    const isFree =
      input.overlay_text === concept.overlay_text ||
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(concept.overlay_text);
    return {
      name: 'overlay_text',
      ok: concept.overlay_text !== '' && (isFree || count <= MOST_OVERLAY_WORDS) && !repeatsTitle,
      value: count,
      limit: MOST_OVERLAY_WORDS,
      unit: 'words',
      path: `concepts[${index}].overlay_text`,
      message: repeatsTitle
        ? 'The words on the picture only repeat the title.'
        : `"${concept.overlay_text}" has ${count} words; one to ${MOST_OVERLAY_WORDS} can be read.`,
      severity: 'report',
    };
  });
}

/** One finding for each family over all concepts: length, flags, headline, negatives. */
function checkDialects(draft: ThumbnailDraft, input: ThumbnailInput): Finding[] {
  const request = renderRequestOf(input);
  return input.image_models.map((family) => {
    const faults = conceptsOf(draft).flatMap(({ concept }) =>
      dialectFaults(renderPrompt(family, concept, request), concept, request),
    );
    return {
      name: `dialect_${family}`,
      ok: faults.length === 0,
      value: faults.length,
      limit: 0,
      unit: 'faults',
      message:
        faults.length === 0 ? `Prompts keep the rules of ${family}.` : `A prompt for ${family} ${faults.join('; ')}.`,
      severity: 'must',
    };
  });
}

function checkAvoided(draft: ThumbnailDraft, input: ThumbnailInput): Finding[] {
  if (input.avoid.length === 0) return [];
  const { avoid: _, ...baseline } = draft.baseline;
  const found = findTerms(textsIn([baseline, draft.changes]).join('\n'), input.avoid);
  return [
    {
      name: 'avoid',
      ok: found.length === 0,
      value: found.length,
      limit: 0,
      unit: 'words',
      path: 'baseline',
      message:
        found.length === 0 ? 'Nothing to avoid is shown.' : `Shall not be seen, but is described: ${found.join(', ')}.`,
      severity: 'must',
    },
  ];
}
