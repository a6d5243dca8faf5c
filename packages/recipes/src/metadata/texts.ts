import type { MetadataDraft } from './draft.ts';
import type { MetadataInput } from './schema.ts';

/** What a text is for: a title on one line, running text, or a phrase that people search for. */
export type TextForm = 'title' | 'body' | 'tag';

/** A text that a model wrote, and where it stands in the draft. */
export interface PlacedText {
  readonly path: string;
  readonly text: string;
  readonly form: TextForm;
}

/** Every text of a draft. */
export function textsOf({ titles, description, tags, captions, localizations }: MetadataDraft): PlacedText[] {
  return [
    ...titles.map(({ text }, index) => ({ path: `titles[${index}]`, text, form: 'title' as const })),
    { path: 'description', text: description, form: 'body' },
    ...tags.map((text, index) => ({ path: `tags[${index}]`, text, form: 'tag' as const })),
    ...Object.entries(captions).map(([id, text]) => ({ path: `captions.${id}`, text, form: 'body' as const })),
    ...Object.entries(localizations).flatMap(([locale, text]) => [
      { path: `localizations.${locale}.title`, text: text.title, form: 'title' as const },
      { path: `localizations.${locale}.description`, text: text.description, form: 'body' as const },
    ]),
  ];
}

/** The language that the text at a place has to be in. */
export function languageAt(path: string, { language }: MetadataInput): string {
  return /^localizations\.([^.]+)/.exec(path)?.[1] ?? language;
}

/** What becomes of a text; empty where it shall go. */
export type TextChange = (text: string, form: TextForm, path: string) => string;

/** The draft with each text changed; titles, tags and captions of which nothing is left go. */
export function withTexts(draft: MetadataDraft, change: TextChange): MetadataDraft {
  return {
    titles: draft.titles
      .map(({ text, angle }, index) => ({ text: change(text, 'title', `titles[${index}]`), angle }))
      .filter(({ text }) => text !== ''),
    description: change(draft.description, 'body', 'description'),
    tags: draft.tags.map((tag, index) => change(tag, 'tag', `tags[${index}]`)).filter((tag) => tag !== ''),
    captions: withCaptions(draft.captions, change),
    localizations: withLocalizations(draft.localizations, change),
  };
}

function withCaptions(captions: MetadataDraft['captions'], change: TextChange): MetadataDraft['captions'] {
  const changed = Object.entries(captions).map(([id, text]) => [id, change(text, 'body', `captions.${id}`)] as const);
  return Object.fromEntries(changed.filter(([, text]) => text !== ''));
}

function withLocalizations(
  localizations: MetadataDraft['localizations'],
  change: TextChange,
): MetadataDraft['localizations'] {
  const changed = Object.entries(localizations).map(([locale, { title, description }]) => {
    const path = `localizations.${locale}`;
    return [
      locale,
      {
        title: change(title, 'title', `${path}.title`),
        description: change(description, 'body', `${path}.description`),
      },
    ] as const;
  });
  return Object.fromEntries(changed);
}
