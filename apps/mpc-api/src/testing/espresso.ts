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
