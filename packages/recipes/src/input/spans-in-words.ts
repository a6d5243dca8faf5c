/** What people call a span without a numeral, in small letters of one form, and the same in figures. */
const SPANS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:a )?half (?:a )?dozen\b/gu, '6'],
  [/\b(?:a )?dozen\b/gu, '12'],
  [/\ba couple(?: of)?\b/gu, '2'],
  [
    /\bthree[- ]quarters of an hour\b|dreiviertelstunde|trois quarts d'heure|tre quarti d'ora|tres cuartos de hora/gu,
    '45 min',
  ],
  [
    /\b(?:a )?quarter (?:of )?an hour\b|(?:eine )?viertelstunde|(?:un )?quart d'heure|(?:un )?cuarto de hora|(?:un )?quarto d'ora|(?:um )?quarto de hora|(?:een )?kwartier|(?:en |et )?kvarter|(?:en )?kvart\b|kwadrans|четверть часа|чверть години|çeyrek saat|ربع ساعة|רבע שעה|čtvrthodin[ay]|štvrťhodin[ay]|negyed\s?óra/gu,
    '15 min',
  ],
  [/\bhalf an hour\b|(?:eine )?halbe stunde|une demi-heure|mezz'ora/gu, '30 min'],
  // In one word with what they halve.
  [/(?<!\p{L})(пол|пів)(?=минут|час|хвилин|годин)/gu, '$1 '],
  [/(?<!\p{L})(půl|pol|pół|fél)(?=hodin|minut|minút|godzin|ó|perc)/gu, '$1 '],
  // Two of something in a form of their own.
  [/دقيقت(?:ان|ين)/gu, '2 دقيقة'],
  [/ثانيت(?:ان|ين)/gu, '2 ثانية'],
  [/ساعت(?:ان|ين)/gu, '2 ساعة'],
  [/שעתיים/gu, '2 שעות'],
  [/דקותיים/gu, '2 דקות'],
  [/שנייתיים/gu, '2 שניות'],
];

/** A duration with such words in figures: "a quarter of an hour" is 15 min, "полминуты" half a minute. */
export function withSpansInFigures(text: string): string {
  return SPANS.reduce((rest, [words, figures]) => rest.replace(words, figures), text);
}
