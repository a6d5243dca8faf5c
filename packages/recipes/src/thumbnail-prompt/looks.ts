/** What small models are spared: light, colour, framing and finish come from here. */
interface Look {
  readonly lighting: string;
  readonly palette_hex: readonly string[];
  readonly style: string;
}

export const looks: readonly [Look, Look, Look, Look] = [
  {
    lighting: 'warm side light with deep shadows',
    palette_hex: ['#2B1A12', '#C8752D', '#F4E3C1'],
    style: 'editorial photograph, rich texture, high contrast',
  },
  {
    lighting: 'bright soft daylight',
    palette_hex: ['#0B3C5D', '#FFB400', '#FFFFFF'],
    style: 'crisp photograph, clean background, saturated colours',
  },
  {
    lighting: 'strong rim light on a dark background',
    palette_hex: ['#101018', '#E63946', '#F1FAEE'],
    style: 'cinematic photograph, shallow depth of field',
  },
  {
    lighting: 'golden hour light from behind',
    palette_hex: ['#3D2645', '#F08A4B', '#FFE8C2'],
    style: 'documentary photograph, natural colours',
  },
];

export const compositions = [
  'extreme close-up, the subject fills two thirds of the frame',
  'low angle, the subject large in front of a simple background',
  'top view, the subject centred in a circle of space',
  'subject on one third, a strong diagonal leading to it',
] as const;

export const expressions = ['wide-eyed surprise', 'focused concentration', 'a knowing half smile'] as const;

/** Words for which a face can be shown. */
export const PERSON =
  /\b(?:man|woman|person|people|girl|boy|child|barista|chef|cook|teacher|doctor|scientist|worker|player|artist|driver|student|face|host|engineer|farmer|athlete)\b/i;

export const SPOILERS = ['clutter', 'watermark', 'blur'] as const;
