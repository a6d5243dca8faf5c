/** A minute on espresso in six scenes, as a capable model answers the script recipe's one structured ask. */
export const espressoAnswer = {
  title: 'How Espresso Works',
  logline: 'What nine bars of pressure do to a spoonful of coffee in half a minute.',
  cta: 'Pull one shot tomorrow with your phone timer running.',
  scenes: [
    scene(
      'A shot of espresso takes about twenty seven seconds, and most of its taste is decided in the first eight.',
      'barista starting a shot while a timer runs',
      'espresso machine timer',
    ),
    scene(
      'It begins with the grinder. Beans are cut so fine that water cannot simply fall through, the way it does in a paper filter.',
      'coffee beans falling into a burr grinder, close view',
      'coffee grinder beans',
    ),
    scene(
      'A pump then presses hot water onto the packed coffee with nine bars. That is the weight you would feel ninety metres under the sea. The pressure forces oils and tiny gas bubbles into the cup.',
      'pressure gauge needle rising to nine on a steel machine',
      'pressure gauge machine',
    ),
    scene(
      'Those bubbles are the crema, the golden foam on top. Fresh beans hold more carbon dioxide, so old beans leave you with a thin pale ring and little smell.',
      'golden crema settling in a glass cup, side light',
      'espresso crema glass',
    ),
    scene(
      'Taste tells you what went wrong. Sour means the water ran too fast. Bitter means that it stayed too long. Change only the grind and try again.',
      'two small cups side by side on a wooden counter, one dark and one pale',
      'espresso cups counter',
    ),
    scene(
      'Pull one shot tomorrow with your phone timer running. You will taste every second of it.',
      'hand setting a phone with a stopwatch beside a machine',
      'phone stopwatch coffee',
    ),
  ],
  claims: [
    { text: 'Espresso is pressed with nine bars.', source_id: null },
    { text: 'Crema comes from carbon dioxide in fresh beans.', source_id: null },
  ],
};

/** Titles, description and tags for it. */
export const espressoMetadata = {
  titles: [
    { text: 'How espresso works inside the machine', angle: 'how_to' },
    { text: 'The pressure that makes espresso taste sweet', angle: 'curiosity' },
    { text: 'Why is there foam on top of espresso?', angle: 'question' },
  ],
  description:
    'How espresso works, from finely ground coffee to the golden foam on top. You see what pressure does to the coffee, where the crema comes from, and how taste tells you what went wrong.',
  tags: ['how espresso works', 'espresso crema', 'coffee pressure', 'espresso machine', 'fresh coffee beans'],
  captions: [],
};

/** A thumbnail for it, and what two more change. */
export const espressoThumbnail = {
  baseline: {
    subject: 'glass espresso cup with golden crema',
    expression: '',
    action: 'dark coffee pouring in',
    setting: 'steel machine in a small cafe',
    composition: 'close view, cup fills half of the frame',
    focal_side: 'left',
    lighting: 'hard side light',
    palette_hex: ['#1B1310', '#C98A3B', '#F4E9D8'],
    style: 'editorial photograph, high contrast',
    overlay_text: 'Eight seconds',
    avoid: ['steam', 'logos'],
  },
  changes: [
    { variable: 'overlay_text', value: 'Too sour?' },
    { variable: 'lighting', value: 'warm backlight through the glass' },
  ],
};

function scene(narration: string, visual: string, query: string) {
  return {
    narration,
    on_screen_text: '',
    visual,
    broll: [{ query_en: query, description: visual, image_prompt: `${visual}, warm morning light` }],
    pace: 'normal',
    emphasis: [],
  };
}
