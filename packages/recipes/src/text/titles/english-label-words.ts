/**
 * What models call the texts that they write, as alternatives of a regular expression: those of a title with what they set
 * beside it ("Suggested title", "Título del vídeo"), those of the other texts, and those of lists, which are what a title may
 * speak of behind a dash ("Keywords – how to find them"). Our own list, of models' answers.
 */
export interface LabelWords {
  readonly titles: readonly string[];
  readonly others: readonly string[];
  readonly lists: readonly string[];
}

/** English, of which models write in every language. */
export const english: LabelWords = {
  titles: [
    '(?:(?:suggested|proposed|recommended|possible|working|alternative|alternate|catchy|clickable|optimi[sz]ed|seo|final|main|short|new|revised|video|youtube|tiktok|reels?|shorts?|podcast|episode|post|clip|film)[ -]){0,3}(?:title|headline)(?: (?:idea|suggestion|option|tag|text))?|title of (?:the|this) (?:video|episode|clip)',
    // With its number alone: titles speak of options too.
    'option\\s*#?\\s*\\p{Nd}',
  ],
  others: [
    '(?:video |youtube |suggested |short |full |seo |channel )*description',
    'caption',
    'logline|call to action|call-to-action|cta',
    'on-screen text|on screen text|text on screen|screen text',
  ],
  lists: ['tags?|keywords?'],
};
